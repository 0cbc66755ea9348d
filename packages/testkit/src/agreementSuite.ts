import { lifeLike, takeCensus } from "@rulescope/lattice"
import { Backbone } from "@rulescope/automata"
import { assert, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import { observeAll, randomRule, recordSoup } from "./rules.ts"

/** A backbone on one backend, and how many tensors are alive there. */
interface Side<E> {
  readonly layer: Layer.Layer<Backbone, E>
  readonly tensors: Effect.Effect<number>
}

/**
 * A backbone learns the same on two backends: after the few steps that its layers are configured for, no probability
 * differs by more than `tolerance`. For backends too slow here for the whole of `backboneSuite`.
 */
export const agreementSuite = <E>(name: string, reference: Side<E>, other: Side<E>, tolerance: number) => {
  const learnOn = ({ layer, tensors }: Side<E>) =>
    Effect.gen(function* () {
      const before = yield* tensors
      const { fit, predict } = yield* Backbone
      const rule = randomRule(lifeLike, "agreement")
      const model = yield* fit(
        takeCensus(lifeLike.neighbourhood, 2, [observeAll(recordSoup(rule, "agreement"))]),
        "seed"
      )
      const all = Array.from({ length: 512 }, (_, pattern) => pattern)
      const probabilities = yield* predict(model, all)
      return { probabilities, left: (yield* tensors) - before }
    }).pipe(Effect.provide(layer))

  it.live(`${name}: learns the same, and leaves no tensor`, () =>
    Effect.gen(function* () {
      const [there, here] = [yield* learnOn(other), yield* learnOn(reference)]
      assert.strictEqual(there.left, 0)
      for (const [i, p] of here.probabilities.entries()) assert.closeTo(there.probabilities[i]!, p, tolerance)
    })
  )
}
