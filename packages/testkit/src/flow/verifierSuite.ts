import { type Exam, type LawEstimate, plainLibrary, Verifier } from "@rulescope/flow"
import { type Law, makeLibrary, printLaw, termName, type Trajectory } from "@rulescope/sde"
import { assert, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import { knownBy, lawFrom, laws, recordLaw, statesOf } from "./recordings.ts"

/** An estimate that claims a law whole. */
const claim = (law: Law): LawEstimate => ({
  law: printLaw(law),
  classes: law.drift.flatMap((sum, k) =>
    sum.map(({ term, value }) => ({
      coordinate: law.space.coordinates[k]!.name,
      term: termName(law.space, term),
      value,
      error: 0.01,
      alone: { value, error: 0.01 },
      present: 1,
      openness: 0.01,
      state: "known" as const,
      because: "claimed"
    }))
  ),
  laws: [
    {
      recordings: [0],
      law: printLaw(law),
      noise: { matrix: law.noise, error: law.noise.map((row) => row.map(() => 0)) }
    }
  ],
  readingError: { value: 0, error: 0 },
  order: 4,
  used: { inferrer: "claim", evidence: "observations", parameters: {} }
})

/** A claimed law before a recording, its last fifth held out; the network knows the law that the recording was made with. */
export const examOf = (claimed: Law, truth: Law, recording: Trajectory, seed: string): Exam => {
  const d = truth.space.coordinates.length
  const split = Math.floor(0.8 * (recording.values.length / d)) * d
  const heldOut = { ...recording, values: recording.values.slice(split) }
  const phases = truth.space.coordinates.some(({ kind }) => kind === "phase")
  return {
    library: plainLibrary(truth.space, makeLibrary(truth.space, { degree: phases ? 1 : 3 })),
    printed: claim(claimed),
    whole: [recording],
    proved: claim(claimed),
    heldOut: [heldOut],
    network: [knownBy(truth, recording.interval, statesOf(heldOut, 1))],
    seed
  }
}

/** Laws every verifier keeps: it confirms the true law, and refutes others that the recording can tell from it. */
export const verifierSuite = <E>(name: string, layer: Layer.Layer<Verifier, E>) => {
  it.layer(layer)(`Verifier: ${name}`, (it) => {
    for (const { interval, text } of laws) {
      const law = lawFrom(text)
      const verdictOn = (claimed: Law) =>
        Effect.flatMap(Verifier, ({ verify }) =>
          verify(examOf(claimed, law, recordLaw(law, interval, 30_000, "verify"), "verify"))
        )

      it.effect(`confirms ${text}`, () =>
        Effect.gen(function* () {
          const { because, checks, completeness, score, status } = yield* verdictOn(law)
          assert.strictEqual(status, "confirmed", because)
          assert.isTrue(checks.every(({ passed }) => passed))
          assert.isBelow(Math.abs(score!.mean - score!.attainable) / score!.error, 5)
          if (completeness !== null) assert.isAtMost(completeness.value, 5 * completeness.error + 1)
        })
      )

      it.effect(`refutes ${text} with half as much noise again`, () =>
        Effect.gen(function* () {
          const louder = { ...law, noise: law.noise.map((row) => row.map((value) => 1.5 * value)) }
          assert.strictEqual((yield* verdictOn(louder)).status, "refuted")
        })
      )

      it.effect(`refutes ${text} with its first equation half as strong`, () =>
        Effect.gen(function* () {
          const weaker = {
            ...law,
            drift: law.drift.map((sum, k) =>
              k === 0 ? sum.map(({ term, value }) => ({ term, value: 0.5 * value })) : sum
            )
          }
          assert.strictEqual((yield* verdictOn(weaker)).status, "refuted")
        })
      )
    }

    it.effect("confirms nothing of which a part is undetermined", () =>
      Effect.gen(function* () {
        const { verify } = yield* Verifier
        const law = lawFrom(laws[0]!.text)
        const exam = examOf(law, law, recordLaw(law, laws[0]!.interval, 30_000, "open"), "open")
        const [first, ...rest] = exam.printed.classes
        const classes = [{ ...first!, state: "undetermined" as const, because: "not told apart" }, ...rest]
        const verdict = yield* verify({ ...exam, printed: { ...exam.printed, law: null, classes } })
        assert.strictEqual(verdict.status, "inconclusive")
      })
    )
  })
}
