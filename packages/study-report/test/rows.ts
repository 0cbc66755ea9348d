import { makeRandom, type Random } from "@rulescope/random"
import { decodeStudySpec, layoutOf, type Point, type StudyRow, type StudySpec } from "@rulescope/study"
import { Effect } from "effect"

/** Studies with made-up rows. */

const base = { generator: { id: "soup", config: { rule: "B36/S23" } }, family: "life-like" }

export const studyOf = (more: object): StudySpec =>
  Effect.runSync(
    decodeStudySpec({ name: "small", base, metrics: ["ruleExact", "wrong", "accuracy", "secondsTotal"], ...more })
  )

export const threeAxes = studyOf({
  name: "readings under noise",
  question: "Which reading is robust?",
  axes: [
    { path: "inferrer", values: ["threshold", "likelihood"] },
    { path: "generator.config.noise", values: [0, 0.05, 0.1] },
    { path: "inferrer.config.beta", values: [3, 10] }
  ],
  seeds: 6,
  baseline: { inferrer: "threshold", noise: 0 }
})

/** One subset varies the reading, another the noise. */
export const subsets = studyOf({
  axes: [
    { path: "inferrer", values: ["threshold", "likelihood"] },
    { path: "generator.config.noise", values: [0, 0.05, 0.1] }
  ],
  design: {
    subsets: [
      { name: "readings", axes: { inferrer: "all" } },
      { name: "noise", axes: { noise: "all" } }
    ]
  },
  seeds: 5,
  baseline: { inferrer: "threshold", noise: 0 }
})

const outcome = (point: Point, random: Random): Pick<StudyRow, "status" | "error" | "metrics" | "rule"> => {
  if (random.uniform() < 0.05) {
    return { status: "failed", error: { tag: "BackboneError", message: "out of memory" }, metrics: {}, rule: null }
  }
  const wrong = random.below(2 + Math.round(40 * Number(point["noise"] ?? 0.05)))
  const accuracy = 1 - Number(point["noise"] ?? 0) / 10 - random.uniform() / 1000
  const metrics = { ruleExact: wrong === 0 ? 1 : 0, wrong, accuracy, secondsTotal: random.uniform() < 0.3 ? 1.5 : null }
  return { status: "done", error: null, metrics, rule: wrong === 0 ? "B36/S23" : null }
}

/** Rows of the whole study but the last `missing` of them. */
export const rowsOf = (study: StudySpec, missing = 0): ReadonlyArray<StudyRow> => {
  const { points, seeds } = Effect.runSync(layoutOf(study))
  const random = makeRandom("rows of a report")
  const rows = points.flatMap((point, p) =>
    seeds.map((seed, s): StudyRow => ({
      run: p * seeds.length + s,
      key: `${p}/${s}`,
      group: `${p}`,
      point,
      seed,
      truth: "B36/S23",
      versions: { "generator soup": "1" },
      command: `rulescope run --seed ${seed} --set family=life-like --set 'inferrer={"id":"${String(point["inferrer"] ?? "threshold")}"}'`,
      finished: "2026-11-25T00:00:00.000Z",
      ...outcome(point, random)
    }))
  )
  return rows.slice(0, rows.length - missing)
}
