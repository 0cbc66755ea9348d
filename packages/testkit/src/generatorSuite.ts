import { cellStep, frameOf, parseRule, unobserved } from "@rulescope/automata"
import { Generator } from "@rulescope/core"
import { assert, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"

/** Laws every generator keeps: the seed decides every byte, shapes hold, and a stated rule is the one at work. */
export const generatorSuite = <E>(name: string, layer: Layer.Layer<Generator, E>) => {
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
          const rule = parseRule(recording.rule)
          assert.isTrue(rule.ok)
          if (!rule.ok) continue
          const step = cellStep(rule.value, recording.width, recording.height, recording.boundary)
          const next = new Uint8Array(recording.width * recording.height)
          for (let t = 1; t < recording.frames; t++) {
            step(frameOf(recording, t - 1), next)
            const seen = frameOf(recording, t)
            const wrong = next.findIndex((c, i) => c !== unobserved && seen[i] !== unobserved && c !== seen[i])
            assert.strictEqual(wrong, -1, `${recording.source}, frame ${t}`)
          }
        }
      })
    )
  })
}
