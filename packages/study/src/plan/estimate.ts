import { canonicalJson } from "@rulescope/core"
import type { Outcome } from "../run/Runner.ts"
import type { Plan, PlannedRun } from "./plan.ts"

/** What the distinct tasks of a study will take, from runs that were tried. */
export interface Estimate {
  /** Of work, on one thread. */
  readonly seconds: number
  readonly bytes: number
  /** Runs that it rests on. */
  readonly tried: number
}

/** What decides how long a stage takes, so far as a plan can know. */
const kinds = ({ spec }: PlannedRun) => {
  const { backbone, generator, inferrer, ...rest } = spec as unknown as Readonly<Record<string, unknown>>
  return {
    observe: canonicalJson([generator, rest["family"] ?? null]),
    fit: canonicalJson(backbone),
    infer: canonicalJson([inferrer, generator])
  }
}

/**
 * Runs to try before a study: few, and together with every generator, every backbone and every inferrer that occurs,
 * as long as `most` allows.
 */
export const pilotsOf = ({ runs }: Plan, most = 12): ReadonlyArray<PlannedRun> => {
  const seen = new Set<string>()
  const pilots: Array<PlannedRun> = []
  for (const wanted of [3, 2, 1]) {
    for (const run of runs) {
      if (pilots.length >= most) return pilots
      const fresh = Object.entries(kinds(run)).filter(([stage, kind]) => !seen.has(`${stage} ${kind}`))
      if (fresh.length < wanted) continue
      for (const [stage, kind] of fresh) seen.add(`${stage} ${kind}`)
      pilots.push(run)
    }
  }
  return pilots
}

/** Means by kind, and over all kinds for one that was not tried. */
const makeMeans = () => {
  const sums = new Map<string, { sum: number; count: number }>()
  const add = (kind: string, value: number) => {
    for (const name of [kind, ""]) {
      const known = sums.get(name) ?? { sum: 0, count: 0 }
      sums.set(name, { sum: known.sum + value, count: known.count + 1 })
    }
  }
  const mean = (kind: string): number => {
    const known = sums.get(kind) ?? sums.get("")
    return known === undefined ? 0 : known.sum / known.count
  }
  return { add, mean }
}

const size = (value: unknown): number => JSON.stringify(value).length

/** Foresees time and disk of the distinct tasks of a plan; `modelBytes` is what a trained model takes. */
export const estimateOf = (plan: Plan, outcomes: ReadonlyArray<Outcome>, modelBytes: number): Estimate => {
  const stages = ["observe", "fit", "infer"] as const
  const seconds = { observe: makeMeans(), fit: makeMeans(), infer: makeMeans() }
  const bytes = { observe: makeMeans(), gather: makeMeans(), infer: makeMeans() }
  const seen = new Set(outcomes.flatMap(({ row }) => Object.keys(row.metrics)))
  const stagesBefore = [...seen].flatMap((name) =>
    name.startsWith("seconds.") && !["fit", "infer", "verify"].includes(name.slice(8)) ? [name.slice(8)] : []
  )
  const planned = new Map(plan.runs.map((run) => [run.key, run]))
  for (const { detail, row } of outcomes) {
    const kind = kinds(planned.get(row.key)!)
    const took = (stage: string): number => row.metrics[`seconds.${stage}`] ?? 0
    seconds.observe.add(
      kind.observe,
      stagesBefore.reduce((sum, stage) => sum + took(stage), 0)
    )
    if (row.metrics["seconds.fit"] !== null) seconds.fit.add(kind.fit, took("fit"))
    seconds.infer.add(kind.infer, took("infer") + took("verify"))
    if (detail === null) continue
    bytes.observe.add("", size(detail.data))
    bytes.gather.add("", size(detail.evidence) + size(detail.model))
    bytes.infer.add("", size(detail.estimate) + size(detail.verdict) + size(row.metrics) + 300)
  }
  const total = { seconds: 0, bytes: plan.counts.fit * modelBytes }
  const counted = { observe: new Set<string>(), fit: new Set<string>(), infer: new Set<string>() }
  const steps = { observe: "observe", fit: "learn", infer: "infer" } as const
  for (const run of plan.runs) {
    const kind = kinds(run)
    for (const stage of stages) {
      const key = run.keys[steps[stage]]!
      if (counted[stage].has(key)) continue
      counted[stage].add(key)
      total.seconds += seconds[stage].mean(kind[stage])
    }
  }
  total.bytes +=
    plan.counts.observe * bytes.observe.mean("") +
    plan.counts.gather * bytes.gather.mean("") +
    plan.counts.infer * bytes.infer.mean("")
  return { ...total, tried: outcomes.length }
}
