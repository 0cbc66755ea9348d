import { makeRandom, type Random } from "@rulescope/random"
import { Effect } from "effect"
import { decodeStudySpec, type Point, prepareAnalysis, type StudyRow, type StudySpec } from "../../src/index.ts"
import { layoutOf } from "../../src/analysis/layout.ts"
import { base } from "../small.ts"

export const study = (more: object = {}): StudySpec =>
  Effect.runSync(
    decodeStudySpec({
      name: "small",
      base,
      axes: [
        { path: "inferrer", values: ["threshold", "second", "third"] },
        { path: "generator.config.density", values: [0.25, 0.5] }
      ],
      seeds: 6,
      baseline: { inferrer: "threshold", density: 0.25 },
      ...more
    })
  )

type Outcome = Partial<Pick<StudyRow, "status" | "metrics" | "error">>

/** Rows of a whole study; `outcome` says what each run came to, undefined that it has not run. */
export const rowsOf = (
  spec: StudySpec,
  outcome: (point: Point, seed: number, random: Random) => Outcome | undefined
): ReadonlyArray<StudyRow> => {
  const { points, seeds } = Effect.runSync(layoutOf(spec))
  const random = makeRandom("rows")
  return points.flatMap((point, p) =>
    seeds.flatMap((seed, s) => {
      const came = outcome(point, seed, random)
      if (came === undefined) return []
      const run = p * seeds.length + s
      const known = { key: `key ${run}`, group: `group ${p}`, versions: {}, finished: "2026-11-25T00:00:00.000Z" }
      const read = { rule: "B3/S23", truth: "B3/S23", command: `rulescope run --seed ${seed}` }
      return [{ run, point, seed, status: "done", error: null, metrics: {}, ...known, ...read, ...came }]
    })
  )
}

export const failure: Outcome = { status: "failed", error: { tag: "BackboneError", message: "it is broken" } }

export const analysed = (spec: StudySpec, rows: ReadonlyArray<StudyRow>, replicates = 200) =>
  Effect.runSync(prepareAnalysis(spec, rows, { seed: "test", replicates }))
