import { type Observation } from "@rulescope/lattice"
import {
  Inferrer,
  Pipeline,
  type Registries,
  type RunFailure,
  type RuleEstimate,
  ruleOf,
  type Verdict,
  Verifier
} from "@rulescope/automata"
import { Registry, StageCache } from "@rulescope/core"
import { Cause, Clock, Effect, Exit } from "effect"
import type { PlannedRun } from "../plan/plan.ts"
import type { Task } from "../plan/tasks.ts"
import type { StudyRow } from "../StudyRow.ts"
import { keepLatest, type Seconds } from "./keepLatest.ts"
import type { RunDetail } from "./RunDetail.ts"
import { attemptsOf } from "./retry.ts"
import { score } from "./score.ts"

/** What a run came to, and whether a model was trained for it. JSON-safe. */
export interface Outcome {
  readonly row: StudyRow
  /** Null when it failed. */
  readonly detail: RunDetail | null
  readonly trained: boolean
}

const errorOf = (cause: Cause.Cause<RunFailure>): StudyRow["error"] => {
  const failure = cause.reasons.find((reason) => reason._tag === "Fail")
  if (failure !== undefined) return { tag: failure.error._tag, message: failure.error.message }
  return { tag: "Defect", message: Cause.pretty(cause).split("\n").slice(0, 4).join(" ") }
}

const total = (seconds: Seconds): number | null =>
  Object.values(seconds).reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0)

/**
 * Does tasks one after the other. The data, the evidence and the verdicts at hand stay in memory for the next run, so
 * that a run that differs in the inferrer alone costs its inference. `memory` tells the megabytes in use.
 */
export const makeRunner = <R>(registries: Registries<R>, memory: () => number | null = () => null) => {
  const observed = keepLatest<Pipeline.Observed>()
  const gathered = keepLatest<Pipeline.Gathered>()
  let verdicts = new Map<string, { readonly verdict: Verdict; readonly seconds: number }>()

  const prove = Effect.fnUntraced(function* (
    { spec }: PlannedRun,
    data: Pipeline.Observed,
    estimate: RuleEstimate,
    seconds: Seconds
  ) {
    const claim = { rule: ruleOf(data.family, estimate), stride: estimate.stride, noise: estimate.noise }
    const { noise, rule, stride } = claim
    const name = `${spec.verifier.id} ${JSON.stringify(spec.verifier.config)} ${rule.labels.join()} ${stride} ${noise.observation} ${noise.dynamic}`
    const known = verdicts.get(name)
    if (known !== undefined) {
      seconds["verify"] = known.seconds
      return known.verdict
    }
    const begun = yield* Clock.currentTimeMillis
    const held: ReadonlyArray<Observation> = data.prepared.heldOut
    const verdict = yield* Effect.flatMap(Verifier, ({ verify }) => verify(claim, held)).pipe(
      Effect.provide(Registry.select(registries.verifiers, spec.verifier))
    )
    seconds["verify"] = ((yield* Clock.currentTimeMillis) - begun) / 1000
    verdicts.set(name, { verdict, seconds: seconds["verify"] })
    return verdict
  })

  const runOne = Effect.fnUntraced(function* (run: PlannedRun, proof: boolean) {
    const { spec } = run
    const seconds: Seconds = {}
    let trained = false
    let truth: string | null = null
    const work = Effect.gen(function* () {
      const data = yield* observed(
        run.observe,
        Effect.flatMap(Pipeline.open(registries, spec), (opened) =>
          Effect.provide(Pipeline.observe(opened.spec), opened.layer)
        )
      )
      if (data.fresh) verdicts = new Map()
      Object.assign(seconds, data.kept.seconds)
      const frames = yield* data.kept.exit
      truth = frames.recordings[0]!.rule
      const { admit, infer } = yield* Inferrer
      yield* admit({ family: frames.family, stride: frames.prepared.stride })
      const model = yield* gathered(
        run.gather,
        Effect.flatMap(Pipeline.open(registries, spec), ({ augment, layer, spec, versions }) =>
          Effect.provide(Pipeline.gather(spec, versions, augment, frames), layer)
        ).pipe(Effect.retry({ while: ({ _tag }) => attemptsOf(_tag) > 1, times: 1 }))
      )
      Object.assign(seconds, model.kept.seconds)
      trained = model.fresh && typeof model.kept.seconds["fit"] === "number"
      const { censusKey, evidence, info, modelKey, summary } = yield* model.kept.exit
      const begun = yield* Clock.currentTimeMillis
      const estimate = yield* infer(evidence)
      seconds["infer"] = ((yield* Clock.currentTimeMillis) - begun) / 1000
      const verdict = proof ? yield* prove(run, frames, estimate, seconds) : undefined
      const { cells, census, choice, family, patterns, prepared } = frames
      const of = census.counts.length / family.states
      const detail: RunDetail = {
        data: { recordings: prepared.recordings, family: choice, census: { cells, patterns, of, key: censusKey } },
        model: { key: modelKey, info },
        evidence: summary,
        estimate,
        verdict: verdict ?? null
      }
      return { detail, metrics: score({ estimate, truth, accuracy: evidence.accuracy, verdict }) }
    }).pipe(Effect.provide(Registry.select(registries.inferrers, spec.inferrer)))
    const exit = yield* Effect.exit(work)
    if (Exit.isFailure(exit) && Cause.hasInterrupts(exit.cause)) return yield* Effect.interrupt
    const stages = Object.entries(seconds).map(([stage, value]) => [`seconds.${stage}`, value] as const)
    const row: StudyRow = {
      run: run.run,
      key: run.key,
      group: run.group,
      point: run.point,
      seed: run.seed,
      status: Exit.isSuccess(exit) ? "done" : "failed",
      error: Exit.isSuccess(exit) ? null : errorOf(exit.cause),
      rule: Exit.isSuccess(exit) ? exit.value.detail.estimate.rule : null,
      truth,
      metrics: {
        ...(Exit.isSuccess(exit) ? exit.value.metrics : {}),
        secondsTotal: total(seconds),
        ...Object.fromEntries(stages),
        memoryMb: memory()
      },
      versions: run.versions,
      command: run.command,
      finished: new Date(yield* Clock.currentTimeMillis).toISOString()
    }
    return { row, detail: Exit.isSuccess(exit) ? exit.value.detail : null, trained } satisfies Outcome
  })

  /** Does a task, giving each run's outcome as soon as it is there. */
  return (
    task: Task,
    emit: (outcome: Outcome) => Effect.Effect<void>
  ): Effect.Effect<void, never, R | StageCache.StageCache> =>
    Effect.forEach(task.runs, (run) => Effect.andThen(Effect.flatMap(runOne(run, task.proof), emit), Effect.yieldNow), {
      discard: true
    })
}
