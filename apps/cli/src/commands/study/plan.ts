import { StageCache, type Subjects } from "@rulescope/core"
import { type Estimate, estimateOf, makePlan, makeRunner, type Outcome, type Plan, pilotsOf } from "@rulescope/study"
import { Backend } from "@rulescope/tensor"
import { Clock, Effect, Layer } from "effect"
import { Command, Flag } from "effect/cli"
import { DiskFiles } from "@rulescope/library/node"
import { bold, dim, duration, grouped, optionsOf } from "../../display/Terminal.ts"
import { BadInput } from "../../Exit.ts"
import { pluginFlag } from "../../plugins/choose.ts"
import type { Environment } from "../../plugins/load.ts"
import { readStudy } from "../../study/readStudy.ts"
import { print } from "../flags.ts"
import { studyFile, workersFlag } from "./flags.ts"

/** Pilot runs begin no later than this many milliseconds after the first. */
const patience = 20_000

/** Tries a few runs, to foresee what all of them take. */
const tryPilots = Effect.fn("tryPilots")(function* (plan: Plan, subjects: Subjects<Environment>, root: string) {
  const outcomes: Array<Outcome> = []
  let bytes = 0
  let models = 0
  const measuring = Layer.succeed(
    StageCache.StageCache,
    StageCache.StageCache.of({
      get: () => Effect.succeedNone,
      set: (_, model) =>
        Effect.sync(() => {
          bytes += model.length
          models++
        })
    })
  )
  const environment = Layer.mergeAll(measuring, DiskFiles.layerIn(root), Backend.layer())
  const run = makeRunner(subjects)
  const begun = yield* Clock.monotonicTimeNanos
  yield* Effect.gen(function* () {
    for (const pilot of pilotsOf(plan)) {
      if (outcomes.length > 0 && (yield* Clock.monotonicTimeNanos) - begun > patience) break
      const task = { id: pilot.key, after: null, without: plan.without, runs: [pilot] }
      yield* run(task, (outcome) => Effect.sync(() => void outcomes.push(outcome)))
    }
  }).pipe(Effect.provide(environment))
  return estimateOf(plan, outcomes, models === 0 ? 0 : bytes / models)
})

const long = (seconds: number): string => {
  if (seconds < 90) return duration(seconds)
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toPrecision(2)} h`
}

const bytesText = (bytes: number): string =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toPrecision(2)} MB`

/** Whether the laws are proved on held-out data. */
const proved = ({ without }: Plan): boolean => !without.includes("verify")

const planText = (plan: Plan, estimate: Estimate | undefined, workers: number): string => {
  const options = optionsOf(process.stdout)
  const { counts, runs, study } = plan
  const line = (name: string, text: string) => `  ${name.padEnd(10)}${text}`
  const points = runs.map(({ point }) => point)
  const axes = Object.keys(points[0] ?? {}).map((axis) => {
    const values = [...new Set(points.map((point) => String(point[axis])))]
    const shown = values.length <= 6 ? values : [...values.slice(0, 3), "…", values.at(-1)!]
    return `${axis}: ${shown.join(", ")}${values.length > 6 ? ` (${values.length})` : ""}`
  })
  const cells = new Set(runs.map(({ group }) => group)).size
  const seeds = new Set(runs.map(({ seed }) => seed)).size
  return [
    "",
    line("study", bold(study.name, options)),
    ...(study.question === undefined ? [] : [line("question", study.question)]),
    ...axes.map((axis, index) => line(index === 0 ? "axes" : "", axis)),
    "",
    line("runs", `${grouped(counts.runs)} (${grouped(cells)} cells, ${grouped(seeds)} seed${seeds === 1 ? "" : "s"})`),
    line("data", `${grouped(counts.observe)} to generate or read`),
    line("trainings", grouped(counts.fit)),
    line("evidence", `${grouped(counts.gather)} to gather`),
    line("readings", grouped(counts.infer)),
    line("proofs", proved(plan) ? "on the held-out frames" : "none, no metric needs them"),
    ...(estimate === undefined
      ? []
      : [
          "",
          line("time", `about ${long(estimate.seconds / workers)} with ${workers} worker${workers === 1 ? "" : "s"}`),
          line("disk", `about ${bytesText(estimate.bytes)}`),
          line("", dim(`from ${estimate.tried} of the runs, tried just now`, options))
        ]),
    ""
  ].join("\n")
}

export const plan = Command.make(
  "plan",
  {
    file: studyFile,
    plugin: pluginFlag,
    workers: workersFlag,
    estimate: Flag.Boolean("estimate").pipe(
      Flag.withDescription("Try a few runs to foresee time and disk; default true, --no-estimate leaves it out"),
      Flag.withDefault(true)
    ),
    json: Flag.Boolean("json").pipe(Flag.withDescription("Print one JSON document"), Flag.withDefault(false))
  },
  Effect.fn("study plan")(function* ({ estimate, file, json, plugin, workers }) {
    if (workers < 1) return yield* new BadInput({ reason: "--workers is at least 1", remedy: "give a larger number" })
    const { root, study, subjects } = yield* readStudy(file, plugin)
    const planned = yield* makePlan(subjects, study).pipe(
      Effect.provide(Layer.mergeAll(DiskFiles.layerIn(root), Backend.layer()))
    )
    const foreseen = estimate ? yield* tryPilots(planned, subjects, root) : undefined
    yield* print(
      json
        ? JSON.stringify({ ...planned.counts, proof: proved(planned), workers, estimate: foreseen ?? null })
        : planText(planned, foreseen, workers)
    )
  })
).pipe(Command.withDescription("Tell what a study takes: distinct tasks of every stage, time and disk"))
