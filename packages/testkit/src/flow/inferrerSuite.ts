import { Inferrer, lawOf } from "@rulescope/flow"
import { sameTerm, termName } from "@rulescope/sde"
import { assert, it } from "@effect/vitest"
import { Effect, type Layer, Option } from "effect"
import { evidenceOf, lawFrom, laws, recordLaw } from "./recordings.ts"

/**
 * Laws every inferrer keeps: what it calls known is in the law and within its errors, what it calls absent is not, and
 * where a recording tells nothing apart it calls nothing known. `off`: how far from the truth a coefficient may be.
 */
export const inferrerSuite = <E>(
  name: string,
  layer: Layer.Layer<Inferrer, E>,
  { off = 0.15 }: { readonly off?: number } = {}
) => {
  it.layer(layer)(`Inferrer: ${name}`, (it) => {
    for (const { interval, text } of laws) {
      it.effect(`reads ${text}`, () =>
        Effect.gen(function* () {
          const { infer } = yield* Inferrer
          const law = lawFrom(text)
          const {
            classes,
            law: written,
            laws: found
          } = yield* infer(evidenceOf(law, recordLaw(law, interval, 40_000, "read"), "read"))
          assert.isNotNull(written)
          const truth = law.drift.flatMap((sum, k) =>
            sum.map(
              ({ term, value }) => [`${law.space.coordinates[k]!.name} ${termName(law.space, term)}`, value] as const
            )
          )
          const known = classes.filter(({ state }) => state === "known")
          assert.sameMembers(
            known.map(({ coordinate, term }) => `${coordinate} ${term}`),
            truth.map(([key]) => key)
          )
          for (const { coordinate, error, term, value } of known) {
            const wanted = new Map(truth).get(`${coordinate} ${term}`)!
            assert.closeTo(value, wanted, off, term)
            if (error !== null) assert.isBelow(Math.abs(value - wanted) / error, 4.5, `${term} in standard errors`)
          }
          const read = lawOf(found[0]!)
          for (const [k, row] of read.noise.entries()) assert.closeTo(row[k]! / law.noise[k]![k]!, 1, 0.1)
          for (const [k, sum] of law.drift.entries())
            for (const { term } of sum) assert.isTrue(read.drift[k]!.some((one) => sameTerm(one.term, term)))
        })
      )
    }

    it.effect("calls nothing known of a junction that stays in its well", () =>
      Effect.gen(function* () {
        const { infer } = yield* Inferrer
        const law = lawFrom("phi1' = 0.4 - sin(phi1); noise 0.02")
        const { classes, law: written } = yield* infer(evidenceOf(law, recordLaw(law, 0.2, 5_000, "well"), "well"))
        assert.isNull(written)
        assert.deepStrictEqual(
          classes.filter(({ state }) => state === "known").map(({ term }) => term),
          []
        )
      })
    )

    it.effect("reads nothing that it does not admit, and says the same", () =>
      Effect.gen(function* () {
        const { admit, infer } = yield* Inferrer
        const law = lawFrom(laws[0]!.text)
        const evidence = evidenceOf(law, recordLaw(law, laws[0]!.interval, 2_000, "admit"), "admit")
        assert.isNull(yield* Effect.as(admit(evidence), null))
        const misread = { ...evidence, library: { ...evidence.library, readingError: true } }
        const refused = yield* Effect.option(Effect.flip(admit(misread)))
        if (Option.isSome(refused)) assert.deepStrictEqual(yield* Effect.flip(infer(misread)), refused.value)
      })
    )
  })
}
