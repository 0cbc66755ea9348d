import { Files, StageCache } from "@rulescope/core"
import { subjects } from "@rulescope/preset"
import {
  decodeStudySpec,
  layerInProcess,
  makePlan,
  runStudy,
  type StudyRow,
  StudyStore,
  toLines
} from "@rulescope/study"
import { openToRead, openToRun, SqliteStore } from "@rulescope/study/node"
import { Backend } from "@rulescope/tensor"
import { Effect, Layer, Stream } from "effect"

const noFiles = Layer.succeed(Files, Files.of({ read: () => Effect.die("no file is read here") }))
const environment = Layer.mergeAll(Backend.layer("wasm"), noFiles, StageCache.layerMemory)

/** p8 cannot learn the second rule, so five runs of this study fail; frames are enough for all others. */
export const twoRules = {
  name: "two rules",
  question: "Which rules can which network learn?",
  base: {
    family: "auto",
    generator: {
      id: "soup",
      config: { rule: "B36/S23", width: 40, height: 40, generations: 10, soups: 3 }
    }
  },
  axes: [
    { label: "true rule", path: "generator.config.rule", values: ["B36/S23", "B2c3/S23"] },
    { path: "backbone", values: ["cnn", "p8"] }
  ],
  seeds: 5,
  metrics: ["ruleExact", "right", "undetermined", "heldOutAccuracy"],
  baseline: { backbone: "cnn" }
}

/** Runs a study in this process into a folder; `most` ends it early, as a kill would. */
export const makeStudy = (folder: string, raw: object, most = Infinity): Promise<ReadonlyArray<StudyRow>> =>
  Effect.gen(function* () {
    const plan = yield* makePlan(subjects, yield* decodeStudySpec(raw))
    const { database } = yield* openToRun(folder, plan, false)
    const services = Layer.merge(layerInProcess(subjects), SqliteStore.layer(database))
    yield* Stream.runDrain(Stream.provide(Stream.take(runStudy(plan), most), services))
    return yield* Effect.flatMap(StudyStore, ({ rows }) => rows).pipe(Effect.provide(SqliteStore.layer(database)))
  }).pipe(Effect.scoped, Effect.provide(environment), Effect.runPromise)

/** The export of a study folder, as `study export` writes it. */
export const exportOf = (folder: string): Promise<string> =>
  Effect.gen(function* () {
    const { database, study } = yield* openToRead(folder)
    const { rows } = yield* StudyStore.pipe(Effect.provide(SqliteStore.layer(database)))
    return toLines({ study, rows: yield* rows })
  }).pipe(Effect.scoped, Effect.runPromise)
