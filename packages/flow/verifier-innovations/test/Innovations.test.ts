import { assert, describe, it } from "@effect/vitest"
import { Verifier } from "@rulescope/flow"
import { makeSpace, record, type Trajectory } from "@rulescope/sde"
import { examOf, lawFrom, recordLaw, verifierSuite } from "@rulescope/testkit/flow"
import { Effect, Schema } from "effect"
import { Config } from "../src/Innovations.ts"
import { innovations } from "../src/index.ts"

const layer = innovations.layer(Schema.decodeUnknownSync(Config)({}))

verifierSuite("innovations", layer)

const failed = (claimed: string, recording: Trajectory) =>
  Effect.provide(
    Effect.flatMap(Verifier, ({ verify }) =>
      Effect.map(verify(examOf(lawFrom(claimed), lawFrom(claimed), recording, "failed")), ({ checks, status }) => {
        assert.strictEqual(status, "refuted")
        return new Set(checks.filter(({ passed }) => !passed).map(({ name }) => name))
      })
    ),
    layer
  )

describe("verifier-innovations", () => {
  const junction = "phi1' = 1.3 - sin(phi1); noise 0.3"
  const recording = recordLaw(lawFrom(junction), 0.1, 20_000, "junction")

  it.effect("sees that a coordinate is missing", () =>
    Effect.gen(function* () {
      const whole = recordLaw(lawFrom("x' = y - x; y' = -0.2 y; noise 0.1, 0.4"), 0.1, 30_000, "memory")
      const x = whole.values.filter((_, i) => i % 2 === 0)
      const seen = { ...whole, space: makeSpace([whole.space.coordinates[0]!]), values: x }
      assert.isTrue((yield* failed("x' = -0.13 x; noise 0.1", seen)).has("memory"))
    })
  )

  it.effect("sees errors of reading as correlation of neighbours", () =>
    Effect.gen(function* () {
      const values = record(recording, { readingError: 0.1, seed: "error" })
      assert.isTrue((yield* failed("phi1' = 1.3 - sin(phi1); noise 0.5", { ...recording, values })).has("whiteness"))
    })
  )

  it.effect("sees jumps", () =>
    Effect.gen(function* () {
      let turned = 0
      const values = recording.values.map((value, t) => value + (t % 500 === 499 ? ++turned : turned) * 2)
      assert.isTrue((yield* failed(junction, { ...recording, values })).has("tails"))
    })
  )

  it.effect("sees samples in no order", () =>
    Effect.gen(function* () {
      const { length } = recording.values
      const values = recording.values.map((_, t) => recording.values[(t * 7919) % length]! % (2 * Math.PI))
      assert.isTrue((yield* failed("phi1' = 0; noise 60; phase phi1", { ...recording, values })).has("order"))
    })
  )

  it.effect("sees noise that depends on the state", () =>
    Effect.gen(function* () {
      const values = recording.values.slice()
      for (let t = 1; t < values.length; t++) {
        const width = 1 + 0.5 * Math.cos(values[t - 1]!)
        const [before, step] = [values[t - 1]!, recording.values[t]! - recording.values[t - 1]!]
        const drift = (x: number) => 0.1 * (1.3 - Math.sin(x))
        values[t] = before + drift(before) + width * (step - drift(recording.values[t - 1]!))
      }
      assert.isTrue((yield* failed(junction, { ...recording, values })).has("noise"))
    })
  )

  it.effect("sees by a network that a term is missing, and none where none is", () =>
    Effect.gen(function* () {
      const { verify } = yield* Verifier
      const whole = lawFrom("phi1' = 1.3 - sin(phi1) + 0.2 sin(3 phi1); noise 0.3")
      const seen = recordLaw(whole, 0.1, 40_000, "third")
      const checkOf = (claimed: typeof whole) =>
        Effect.map(verify(examOf(claimed, whole, seen, "third")), ({ checks, completeness }) => {
          const check = checks.find(({ name }) => name === "completeness")!
          assert.strictEqual(check.score, completeness!.value / Math.max(1, completeness!.error))
          return check
        })
      assert.isFalse((yield* checkOf(lawFrom(junction))).passed)
      assert.isTrue((yield* checkOf(whole)).passed)
    }).pipe(Effect.provide(layer))
  )

  it.effect("looks through errors of reading where the law says that there are some", () =>
    Effect.gen(function* () {
      const { verify } = yield* Verifier
      const law = lawFrom(junction)
      const misread = { ...recording, values: record(recording, { readingError: 0.1, seed: "through" }) }
      const exam = examOf(law, law, misread, "through")
      const statusWith = (value: number) => {
        const claim = { ...exam.printed, readingError: { value, error: 0.001 }, order: 0 }
        const library = { ...exam.library, readingError: true }
        return Effect.map(verify({ ...exam, library, printed: claim, proved: claim }), ({ status }) => status)
      }
      assert.strictEqual(yield* statusWith(0.1), "confirmed")
      assert.strictEqual(yield* statusWith(0.05), "refuted")
    }).pipe(Effect.provide(layer))
  )
})
