import type { Row } from "@rulescope/core"
import { type Law, parseLaw, termName } from "@rulescope/sde"
import type { LawEstimate } from "./LawEstimate.ts"
import type { MetricName } from "./metrics.ts"
import type { Concluded } from "./RunResult.ts"

const truthOf = (text: string | null): Law | null => {
  const read = text === null ? undefined : parseLaw(text)
  return read?.ok === true ? read.value : null
}

/** Coefficients of a law by coordinate and term. */
const coefficientsOf = ({ drift, space }: Law): ReadonlyMap<string, number> =>
  new Map(
    drift.flatMap((sum, k) =>
      sum.map(({ term, value }) => [`${space.coordinates[k]!.name} ${termName(space, term)}`, value] as const)
    )
  )

/** Terms of an estimate against those of the stated law. */
const compare = ({ classes, laws }: LawEstimate, truth: Law) => {
  const wanted = coefficientsOf(truth)
  const found = classes.map((one) => ({ ...one, truth: wanted.get(`${one.coordinate} ${one.term}`) ?? 0 }))
  const given = found.filter(({ state }) => state !== "undetermined")
  const isRight = (one: (typeof found)[number]): boolean => (one.state === "known") === (one.truth !== 0)
  const right = given.filter(isRight).length
  const sought = new Set(found.map(({ coordinate, term }) => `${coordinate} ${term}`))
  const missed = [...wanted.keys()].filter((name) => !sought.has(name)).length
  const present = found.filter((one) => one.state === "known" && one.truth !== 0)
  const off = (one: (typeof found)[number]): number => Math.abs(one.value - one.truth)
  const noise = laws[0]!.noise.matrix.map((row, k) => {
    const strength = truth.noise[k]?.[k] ?? 0
    return strength === 0 ? 0 : Math.abs(row[k]! / strength - 1)
  })
  const judged = given.length > 0
  const given01 = given.map((one) => ({ present: one.present, is: one.truth !== 0 ? 1 : 0 }))
  return {
    right,
    wrong: given.length - right + missed,
    lawExact: right === found.length && missed === 0 ? 1 : 0,
    covered:
      present.length === 0
        ? null
        : present.filter((one) => off(one) <= 1.96 * (one.error ?? 0)).length / present.length,
    worst: present.length === 0 ? null : Math.max(...present.map(off)),
    noiseOff: Math.max(...noise),
    calibration: judged ? given01.reduce((sum, one) => sum + one.present - one.is, 0) / given.length : null,
    brier: judged ? given01.reduce((sum, one) => sum + (one.present - one.is) ** 2, 0) / given.length : null
  }
}

/** What a reading is worth, against the law that the source of the data states. */
const measure = ({ estimate, truth, verdict }: Concluded): Readonly<Record<MetricName, number | null>> => {
  const stated = truthOf(truth)
  const nothing = { covered: null, worst: null, noiseOff: null, calibration: null, brier: null }
  const compared =
    stated === null ? { lawExact: null, right: null, wrong: null, ...nothing } : compare(estimate, stated)
  const score = verdict?.score ?? null
  const complete = verdict?.completeness ?? null
  return {
    ...compared,
    undetermined: estimate.classes.filter(({ state }) => state === "undetermined").length,
    confirmed: verdict === null ? null : verdict.status === "confirmed" ? 1 : 0,
    shortfall: score === null ? null : score.attainable - score.mean,
    completeness: complete === null || complete.error === 0 ? null : complete.value / complete.error
  }
}

/** What a table says of a run. */
export const score = (result: Concluded): Row => ({
  law: result.estimate.law,
  truth: result.truth,
  metrics: measure(result)
})
