import { cellStep, frameOf, readRule, unobserved } from "@rulescope/lattice"
import { Generator } from "@rulescope/automata"
import { assert, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import { twoStates } from "./twoStates.ts"

/**
 * Laws every generator keeps: the seed decides every byte, shapes hold, and a stated rule is the one at work. Where
 * cells are wrong with probability `noise`, it is contradicted, but no more often than the noise explains.
 */
export const generatorSuite = <E>(
  name: string,
  layer: Layer.Layer<Generator, E>,
  { noise = 0 }: { readonly noise?: number } = {}
) => {
  it.layer(layer)(`Generator: ${name}`, (it) => {
    it.effect("the same seed gives the same bytes", () =>
      Effect.gen(function* () {
        const { generate } = yield* Generator
        assert.deepStrictEqual(yield* generate("a"), yield* generate("a"))
      })
    )

    it.effect("every recording has the shape and the states it declares", () =>
      Effect.gen(function* () {
        const recordings = yield* (yield* Generator).generate("a")
        assert.isAbove(recordings.length, 0)
        for (const { cells, frames, height, states, width } of recordings) {
          assert.strictEqual(cells.length, frames * height * width)
          assert.isAtLeast(frames, 2)
          assert.isTrue(cells.every((cell) => cell < states || cell === unobserved))
        }
      })
    )

    it.effect("each frame is the stated rule applied to the one before", () =>
      Effect.gen(function* () {
        for (const recording of yield* (yield* Generator).generate("b")) {
          if (recording.rule === null || recording.boundary === "auto") continue
          const rule = readRule(twoStates, recording.rule)
          assert.isTrue(rule.ok)
          if (!rule.ok) continue
          const step = cellStep(rule.value, recording.width, recording.height, recording.boundary)
          const next = new Uint8Array(recording.width * recording.height)
          let compared = 0
          let wrong = 0
          for (let t = 1; t < recording.frames; t++) {
            step(frameOf(recording, t - 1), next)
            for (const [i, seen] of frameOf(recording, t).entries()) {
              if (next[i] === unobserved || seen === unobserved) continue
              compared++
              if (next[i] !== seen) wrong++
            }
          }
          assert.isAbove(compared, 0, recording.source)
          // An outcome is wrong by itself, or because one of the nine cells before it is.
          assert.isAtMost(wrong, 10 * noise * compared, recording.source)
          if (noise > 0) assert.isAbove(wrong, 0, recording.source)
        }
      })
    )
  })
}
