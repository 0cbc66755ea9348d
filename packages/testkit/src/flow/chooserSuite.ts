import { Chooser } from "@rulescope/flow"
import { termName } from "@rulescope/sde"
import { assert, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import { lawFrom, laws, recordLaw } from "./recordings.ts"

/** Laws every chooser keeps: what the law has is admitted, each term once, and the same recording gets the same library. */
export const chooserSuite = <E>(name: string, layer: Layer.Layer<Chooser, E>) => {
  it.layer(layer)(`Chooser: ${name}`, (it) => {
    for (const { interval, text } of laws) {
      it.effect(`admits every term of ${text}`, () =>
        Effect.gen(function* () {
          const { choose } = yield* Chooser
          const law = lawFrom(text)
          const recording = recordLaw(law, interval, 8_000, "choose")
          const about = { wrapped: law.space.coordinates.map(() => false), seed: "choose" }
          const { library, names } = yield* choose([recording], about)
          for (const { term } of law.drift.flat()) assert.include(names, termName(law.space, term))
          assert.strictEqual(new Set(names).size, names.length)
          assert.strictEqual(library.hidden, "nothing")
          assert.isFalse(library.readingError)
          assert.deepStrictEqual((yield* choose([recording], about)).names, names)
        })
      )
    }
  })
}
