import { makeLeaders, makePlan, runStudy, StudyStore } from "@rulescope/study"
import { openToRun, SqliteStore, WorkerExecutor } from "@rulescope/study/node"
import { Clock, Effect, Layer, Option, Stream } from "effect"
import { Command, Flag } from "effect/cli"
import { basename, join, resolve } from "node:path"
import { grouped, optionsOf } from "../../display/Terminal.ts"
import { BadInput } from "../../Exit.ts"
import { pluginFlag } from "../../plugins/choose.ts"
import { sayDamaged } from "../../study/damaged.ts"
import { environment, type WorkerData } from "../../study/environment.ts"
import { leaderLines } from "../../study/leaders.ts"
import { readStudy } from "../../study/readStudy.ts"
import { makeStudyProgress } from "../../study/StudyProgress.ts"
import { executeFlags, print } from "../flags.ts"
import { studyFile, workerMemoryFlag, workersFlag } from "./flags.ts"

/** The file beside this one that a worker runs: TypeScript from the sources, JavaScript when built. */
const workerFile = import.meta.url.endsWith(".ts")
  ? new URL("../../study/worker.ts", import.meta.url)
  : new URL("../../study/worker.js", import.meta.url)

export const run = Command.make(
  "run",
  {
    file: studyFile,
    out: Flag.String("out").pipe(
      Flag.withMetavar("DIR"),
      Flag.withDescription(
        "Folder of the study; one that holds it already goes on; default runs/ and the name of the file"
      ),
      Flag.optional
    ),
    plugin: pluginFlag,
    workers: workersFlag,
    workerMemory: workerMemoryFlag,
    again: Flag.Boolean("again").pipe(Flag.withDescription("Try failed runs again"), Flag.withDefault(false)),
    update: Flag.Boolean("update").pipe(
      Flag.withDescription(
        "Go on with a changed study; what it shares with the old one is not made again, and no run is lost"
      ),
      Flag.withDefault(false)
    ),
    backend: executeFlags.backend
  },
  Effect.fn("study run")(function* ({ again, backend, file, out, plugin, update, workerMemory, workers }) {
    if (workers < 1) return yield* new BadInput({ reason: "--workers is at least 1", remedy: "give a larger number" })
    const { plugins, root, study, subjects } = yield* readStudy(file, plugin)
    const folder = Option.getOrElse(out, () => join("runs", basename(file).replace(/\.json$/, "")))
    const data: WorkerData = { artefacts: resolve(folder, "artefacts"), root, backend, plugins }
    const plan = yield* Effect.provide(makePlan(subjects, study), environment(data))
    const { database } = yield* openToRun(resolve(folder), plan, update)
    const executor = WorkerExecutor.layer({ entry: workerFile, data, memoryMb: workerMemory, workers })
    const goOn = `rulescope study run ${file}${[...plugin.map((name) => ` --plugin ${name}`), Option.isSome(out) ? ` --out ${out.value}` : ""].join("")}`
    const { failed } = yield* Effect.gen(function* () {
      const progress = yield* Effect.acquireRelease(
        Effect.sync(() => makeStudyProgress(process.stderr, study)),
        ({ close, counts }) =>
          Effect.sync(() => {
            close()
            const { done } = counts()
            if (done === plan.counts.runs) return
            const kept = `${grouped(done)} of ${grouped(plan.counts.runs)} runs are kept`
            process.stderr.write(`  stopped: ${kept}; go on with ${goOn}\n`)
          })
      )
      yield* Stream.runForEach(runStudy(plan, { again }), (event) =>
        Effect.map(Clock.monotonicTimeNanos, (now) => progress.show(event, Number(now) / 1e6))
      )
      return progress.counts()
    }).pipe(Effect.scoped, Effect.provide(Layer.merge(executor, SqliteStore.layer(database))))
    const means = makeLeaders()
    const store = yield* StudyStore.pipe(Effect.provide(SqliteStore.layer(database)))
    for (const row of yield* store.rows) means.add(row)
    yield* sayDamaged(yield* store.damaged)
    const options = optionsOf(process.stdout)
    yield* print(
      [
        "",
        ...leaderLines(study, means.best(study.metrics, 20), options),
        ...(means.cells() > 20 ? [`  … ${grouped(means.cells() - 20)} cells more`] : []),
        "",
        `  kept in   ${folder}`,
        ...(failed === 0
          ? []
          : [`  failed    ${grouped(failed)}; --again tries them once more, study status says why`]),
        ""
      ].join("\n")
    )
  }, Effect.scoped)
).pipe(Command.withDescription("Run a study, or go on with it where it was"))
