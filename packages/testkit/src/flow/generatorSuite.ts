import { Generator } from "@rulescope/flow"
import { innovationsOf, parseLaw, unwrap } from "@rulescope/sde"
import { assert, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"

/**
 * Laws every generator of flows keeps: the seed decides every number, shapes hold, and a law that is stated is the one
 * at work. `plain`: whether all of its coordinates are recorded without error, so that its innovations are white.
 */
export const generatorSuite = <E>(
  name: string,
  layer: Layer.Layer<Generator, E>,
  { plain = true }: { readonly plain?: boolean } = {}
) => {
  it.layer(layer)(`Generator: ${name}`, (it) => {
    it.effect("the same seed gives the same numbers", () =>
      Effect.gen(function* () {
        const { generate } = yield* Generator
        assert.deepStrictEqual(yield* generate("a"), yield* generate("a"))
      })
    )

    it.effect("every recording has the columns it declares, and all have the same", () =>
      Effect.gen(function* () {
        const recordings = yield* (yield* Generator).generate("a")
        assert.isAbove(recordings.length, 0)
        for (const { columns, interval, values } of recordings) {
          assert.deepStrictEqual(columns, recordings[0]!.columns)
          assert.strictEqual(interval, recordings[0]!.interval)
          assert.isAbove(interval, 0)
          assert.strictEqual(values.length % columns.length, 0)
          assert.isTrue(values.every((value) => Number.isFinite(value) || Number.isNaN(value)))
        }
      })
    )

    it.effect("each step is one of the stated law", () =>
      Effect.gen(function* () {
        for (const { columns, interval, law, source, values } of yield* (yield* Generator).generate("b")) {
          if (law === null || !plain) continue
          const read = parseLaw(law)
          assert.isTrue(read.ok)
          if (!read.ok) continue
          assert.deepStrictEqual(
            read.value.space.coordinates.map((coordinate) => coordinate.name),
            columns.map((column) => column.name)
          )
          const trajectory = unwrap({ space: read.value.space, interval, values })
          const { steps, values: white } = innovationsOf(read.value, 4, trajectory)
          const known = white.filter((value) => !Number.isNaN(value))
          const mean = known.reduce((sum, value) => sum + value, 0) / known.length
          const square = known.reduce((sum, value) => sum + value * value, 0) / known.length
          assert.isAbove(steps, 0, source)
          assert.isBelow(Math.abs(mean) * Math.sqrt(known.length), 5, `${source}: mean of innovations`)
          assert.isBelow(Math.abs(square - 1) * Math.sqrt(known.length / 2), 5, `${source}: their variance`)
        }
      })
    )
  })
}
