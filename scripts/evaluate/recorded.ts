// What the evaluations share: recordings beside the checkout with their truth, and one run of the pipeline.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { Effect, Layer, Stream } from "../../packages/core/node_modules/effect/dist/index.js"
import * as DiskFiles from "../../packages/library/src/node/DiskFiles.ts"
import { expressIn, familyNamed, readRule } from "../../packages/automata/lattice/src/index.ts"
import { decodeRunSpec, type RunResult } from "../../packages/automata/subject/src/index.ts"
import { run as events, StageCache } from "../../packages/core/src/index.ts"
import { automata, families } from "../../packages/preset/src/index.ts"
import { Backend } from "../../packages/tensor/src/index.ts"

/** Whether a family can express the rule of a recording. */
export const expressible = (truth: Truth, familyId: string): boolean => {
  const read = readRule(families, truth.rule)
  return read.ok && expressIn(read.value, familyNamed(families, familyId)!) !== null
}

/** What the JSON beside a recording states. */
export interface Truth {
  readonly id: string
  readonly rule: string
  /** Clean twin of a damaged recording. */
  readonly clean?: string | null
  readonly support: { readonly totalistic: Record<string, number>; readonly isotropic: Record<string, number> }
}

/** The folder given as first argument, or the one beside the checkout; ends the process when there is none. */
export const recordingsFolder = (argument: string | undefined): string => {
  const given = argument === undefined || argument.startsWith("--") ? undefined : argument
  const folder = resolve(given ?? join(import.meta.dirname, "../../../shared/recordings"))
  if (existsSync(folder)) return folder
  console.error(`no recordings at ${folder}; give the folder as the first argument`)
  process.exit(2)
}

/** Ids of the recordings whose names match, in order. */
export const idsMatching = (folder: string, pattern: RegExp): ReadonlyArray<string> =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json") && pattern.test(name.slice(0, -5)))
    .map((name) => name.slice(0, -5))

export const truthOf = (folder: string, id: string): Truth =>
  JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8")) as Truth

/** What plugins need from outside, with results kept in memory. */
export const environment = Layer.mergeAll(Backend.layer("auto"), DiskFiles.layer, StageCache.layerMemory)

/** Runs the pipeline on one recording with parts of a spec; models are kept in memory between runs of one process. */
export const makeRunner = async () => {
  const context = await Effect.runPromise(Effect.scoped(Layer.build(environment)))
  const timed = (path: string, spec: Record<string, unknown>): Promise<{ result: RunResult; seconds: number }> =>
    Effect.gen(function* () {
      const decoded = yield* decodeRunSpec({ ...spec, generator: { id: "recording", config: { path } } })
      return yield* Stream.runFold(
        events(automata, decoded),
        () => ({ result: undefined as unknown as RunResult, seconds: 0 }),
        (found, event) => {
          if (event._tag === "StageFinished" && event.stage === "infer") return { ...found, seconds: event.seconds }
          return event._tag === "RunFinished" ? { ...found, result: event.result } : found
        }
      )
    }).pipe(Effect.provideContext(context), Effect.runPromise)
  const run = async (path: string, spec: Record<string, unknown>): Promise<RunResult> =>
    (await timed(path, spec)).result
  return Object.assign(run, { timed })
}

export const ruleIn = (truth: Truth, familyId: string) => {
  const read = readRule(families, truth.rule)
  if (!read.ok) throw new Error(truth.rule)
  return expressIn(read.value, familyNamed(families, familyId)!)!
}

/** Wrong labels with a stated confidence of 0.99 or more. */
export const confidentlyWrong = (truth: Truth, { estimate }: RunResult, familyId: string): number => {
  const { labels } = ruleIn(truth, familyId)
  return estimate.classes.filter(
    ({ confidence, label }, index) => label !== null && label !== labels[index] && confidence >= 0.99
  ).length
}

/** Classes against the truth: `least` is the support in the clean twin from which a class is asked for. */
export const compare = (truth: Truth, support: Truth["support"], result: RunResult, familyId: string, least = 1) => {
  const rule = ruleIn(truth, familyId)
  const counts = familyId === "isotropic" ? support.isotropic : support.totalistic
  const score = { right: 0, wrong: 0, missed: 0, undetermined: 0, guessed: 0 }
  for (const [index, { class: name, label }] of result.estimate.classes.entries()) {
    const asked = (counts[name] ?? 0) >= least
    if (label === null) score[asked ? "missed" : "undetermined"]++
    else if (asked) score[label === rule.labels[index] ? "right" : "wrong"]++
    else if (label !== rule.labels[index]) score.guessed++
  }
  return score
}

/** Classes asked for that are not right, and rarer ones labelled wrong, as text: class, support, what is wrong. */
export const notRight = (
  truth: Truth,
  support: Truth["support"],
  { estimate }: RunResult,
  familyId: string,
  least: number
): ReadonlyArray<string> => {
  const rule = ruleIn(truth, familyId)
  const counts = familyId === "isotropic" ? support.isotropic : support.totalistic
  return estimate.classes.flatMap(({ class: name, confidence, label }, index) => {
    const seen = counts[name] ?? 0
    if (label === rule.labels[index] || (label === null && seen < least)) return []
    return [`${name} (${seen}) ${label === null ? "open" : "WRONG"} at ${confidence.toFixed(4)}`]
  })
}
