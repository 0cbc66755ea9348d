import { Augmenter } from "@rulescope/flow"
import { assert, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import { lawFrom, recordLaw } from "./recordings.ts"

/** A law that the exchange of its junctions leaves as it is, and one that it does not. */
const equal =
  "phi1' = 1.2 - sin(phi1) + 0.3 sin(phi2 - phi1); phi2' = 1.2 - sin(phi2) - 0.3 sin(phi2 - phi1); noise 0.2"
const unequal = "phi1' = 2 - sin(phi1); phi2' = 0.5 - 0.6 sin(phi2); noise 0.2"

/** Laws every augmenter keeps: what the recordings allow comes out of the same space; what they contradict is refused. */
export const augmenterSuite = <E>(name: string, layer: Layer.Layer<Augmenter, E>) => {
  it.layer(layer)(`Augmenter: ${name}`, (it) => {
    it.effect("keeps space and interval, loses nothing, and gives the same to the same seed", () =>
      Effect.gen(function* () {
        const { augment } = yield* Augmenter
        const recording = recordLaw(lawFrom(equal), 0.1, 8_000, "equal")
        const more = yield* augment([recording], "a")
        assert.isAbove(more.length, 1)
        assert.deepStrictEqual(more[0], recording)
        for (const one of more) {
          assert.deepStrictEqual(one.space, recording.space)
          assert.strictEqual(one.interval, recording.interval)
        }
        assert.deepStrictEqual(yield* augment([recording], "a"), more)
      })
    )

    it.effect("refuses what the recording contradicts", () =>
      Effect.gen(function* () {
        const { augment } = yield* Augmenter
        const failure = yield* Effect.flip(augment([recordLaw(lawFrom(unequal), 0.1, 8_000, "unequal")], "a"))
        assert.strictEqual(failure._tag, "AugmentError")
      })
    )
  })
}
