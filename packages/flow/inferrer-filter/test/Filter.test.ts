import { assert, describe, it } from "@effect/vitest"
import { type Evidence, Inferrer, type Library, plainLibrary } from "@rulescope/flow"
import { inferrerSuite } from "@rulescope/testkit/flow"
import { makeBins, makeLibrary, parseLaw, record, simulate, type Space, takeKramersMoyal } from "@rulescope/sde"
import { Effect, Schema } from "effect"
import { Config } from "../src/Filter.ts"
import { filter } from "../src/index.ts"

const layer = filter.layer(Schema.decodeUnknownSync(Config)({}))

inferrerSuite("filter", layer)

interface Instrument {
  readonly hidden: Library["hidden"]
  readonly readingError: number
  readonly missing?: number
}

/** Evidence of what an instrument makes of a law: of its first half of coordinates where velocities are hidden. */
const evidenceOf = (text: string, { hidden, missing = 0, readingError }: Instrument, samples: number): Evidence => {
  const read = parseLaw(text)
  if (!read.ok) throw new Error(text)
  const law = read.value
  const interval = 0.1
  const recorded = hidden === "nothing" ? law.space.coordinates.length : law.space.coordinates.length / 2
  const columns = Array.from({ length: recorded }, (_, k) => k)
  const whole = simulate(law, { interval, samples, seed: text, discard: 10 })
  const space: Space = { coordinates: law.space.coordinates.slice(0, recorded), loops: [] }
  const recording = { space, interval, values: record(whole, { readingError, missing, columns, seed: text }) }
  const terms = makeLibrary(law.space, { harmonics: 1, degree: 1 })
  return {
    library: { ...plainLibrary(law.space, terms), hidden, readingError: true },
    recordings: [recording],
    census: takeKramersMoyal([recording], makeBins([recording], 8)),
    predicted: { drift: new Float64Array(0), increment: new Float64Array(0), noise: new Float64Array(0) },
    seed: "1"
  }
}

const infer = (evidence: Evidence) =>
  Effect.provide(
    Effect.flatMap(Inferrer, (one) => one.infer(evidence)),
    layer
  )

describe("inferrer-filter", () => {
  it.effect("tells errors of reading from noise, across gaps too", () =>
    Effect.gen(function* () {
      const text = "phi1' = 1.3 - sin(phi1); noise 0.2"
      const instrument = { hidden: "nothing", readingError: 0.1, missing: 0.05 } as const
      const { classes, laws, readingError } = yield* infer(evidenceOf(text, instrument, 5_000))
      const found = new Map(classes.map((one) => [one.term, one]))
      for (const [term, value] of [
        ["1", 1.3],
        ["sin(phi1)", -1]
      ] as const) {
        const one = found.get(term)!
        assert.strictEqual(one.state, "known")
        assert.isBelow(Math.abs(one.value - value) / one.error!, 4, term)
      }
      assert.strictEqual(found.get("cos(phi1)")!.state, "absent")
      assert.isBelow(Math.abs(readingError.value - 0.1) / readingError.error, 4)
      const { error, matrix } = laws[0]!.noise
      assert.isBelow(Math.abs(matrix[0]![0]! - 0.2) / error[0]![0]!, 4)
    })
  )

  it.effect("reads the force on a junction whose velocity nobody recorded", () =>
    Effect.gen(function* () {
      const text = "phi1' = v; v' = 0.6 - sin(phi1) - 0.5 v; noise 0, 0.2"
      const { classes, laws } = yield* infer(evidenceOf(text, { hidden: "velocities", readingError: 0.02 }, 4_000))
      assert.isTrue(classes.every(({ coordinate }) => coordinate === "v"))
      const known = new Map(classes.filter(({ state }) => state === "known").map((one) => [one.term, one]))
      for (const [term, value] of [
        ["1", 0.6],
        ["sin(phi1)", -1],
        ["v", -0.5]
      ] as const) {
        const one = known.get(term)!
        assert.isBelow(Math.abs(one.value - value) / one.error!, 4, term)
      }
      assert.match(laws[0]!.law, /phi1' = v/)
    })
  )

  it.effect("says that it takes one such recording at a time", () =>
    Effect.gen(function* () {
      const evidence = evidenceOf("x' = -x; noise 1", { hidden: "nothing", readingError: 0.1 }, 400)
      const [recording] = evidence.recordings
      const failure = yield* Effect.flip(infer({ ...evidence, recordings: [recording!, recording!] }))
      assert.match(failure.message, /one recording at a time/)
    })
  )
})
