import {
  allTransitions,
  cellStep,
  decideBoundary,
  familiesFor,
  neighbourhoodById,
  frameOf,
  unobserved
} from "@rulescope/lattice"
import { Backbone, decodeModel, Generator, type Model, predictedStates, type RunFailure } from "@rulescope/automata"
import { type FileError, Memory, Registry } from "@rulescope/core"
import { automataRegistries, families } from "@rulescope/preset"
import { readRegular } from "@rulescope/disk"
import { Backend } from "@rulescope/tensor"
import { Effect, Layer, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { resolve } from "node:path"
import { DiskFiles } from "@rulescope/library/node"
import { grouped } from "../display/Terminal.ts"
import { BadInput } from "../Exit.ts"
import { bytesOf, executeFlags, print } from "./flags.ts"
import { recordingAt } from "./paths.ts"
import { writeRecording } from "./writeRecording.ts"

const readModel = (path: string): Effect.Effect<Model, BadInput | FileError> =>
  Effect.flatMap(readRegular(path), (bytes) =>
    Effect.try({
      try: () => decodeModel(bytes),
      catch: (cause) =>
        new BadInput({
          reason: `${path} is not a model of rulescope (${(cause as Error).message})`,
          remedy: "give the model.safetensors that run --out or infer --out wrote"
        })
    })
  )

/** The family whose classes are the patterns of the model's neighbourhood: any table of next states is a rule of it. */
const patternFamily = ({ info }: Model) =>
  familiesFor(families, { states: info.states, dimension: neighbourhoodById(info.neighbourhood)?.dimension ?? 2 }).find(
    ({ classes, neighbourhood, partition }) =>
      neighbourhood.id === info.neighbourhood && partition?.length === classes.length
  )

export const predict = Command.make(
  "predict",
  {
    model: Argument.String("model").pipe(Argument.withDescription("A model.safetensors kept by --out")),
    recording: Argument.String("recording").pipe(Argument.withDescription("Recording to predict frame by frame")),
    boundary: Flag.Literals("boundary", ["auto", "torus", "dead", "unknown"]).pipe(
      Flag.withDescription("What lies beyond the edges; default auto"),
      Flag.withDefault("auto" as const)
    ),
    out: Flag.String("out").pipe(
      Flag.withMetavar("FILE"),
      Flag.withDescription("Write the predicted frames to a .npz, .npy, .rle or .txt file; the first is unobserved"),
      Flag.optional
    ),
    force: Flag.Boolean("force").pipe(Flag.withDescription("Replace the file if it exists"), Flag.withDefault(false)),
    backend: executeFlags.backend,
    memory: executeFlags.memory,
    json: executeFlags.json
  },
  Effect.fn("predict")(function* (flags): Effect.fn.Return<void, BadInput | FileError | RunFailure> {
    const model = yield* readModel(resolve(flags.model))
    const family = patternFamily(model)
    if (family === undefined) {
      const { neighbourhood, states } = model.info
      const reason = `the model sees ${neighbourhood} with ${states} states`
      return yield* new BadInput({ reason, remedy: "no family of that shape is known to this version" })
    }
    const environment = Layer.mergeAll(Backend.layer(flags.backend), DiskFiles.layer)
    const source = { id: "recording", config: { path: recordingAt(flags.recording), boundary: flags.boundary } }
    const [recording] = yield* Effect.flatMap(Generator, ({ generate }) => generate("predict")).pipe(
      Effect.provideService(Memory, yield* bytesOf(flags.memory)),
      Effect.provide(Layer.provide(Registry.select(automataRegistries.generators, source), environment))
    )
    const patterns = family.classes.map((_, pattern) => pattern)
    const choice = { id: model.info.backbone, config: model.info.config }
    const probabilities = yield* Effect.flatMap(Backbone, (backbone) => backbone.predict(model, patterns)).pipe(
      Effect.provide(Layer.provide(Registry.select(automataRegistries.backbones, choice), environment))
    )
    const { height, width } = recording!
    const boundary =
      recording!.boundary === "auto"
        ? decideBoundary(family.neighbourhood, recording!, allTransitions(recording!)).boundary
        : recording!.boundary
    const step = cellStep({ family, labels: predictedStates(probabilities, family.states) }, width, height, boundary)
    const cells = new Uint8Array(recording!.cells.length).fill(unobserved)
    let compared = 0
    let right = 0
    for (const t of allTransitions(recording!)) {
      const predicted = cells.subarray((t + 1) * width * height, (t + 2) * width * height)
      step(frameOf(recording!, t), predicted)
      for (const [at, seen] of frameOf(recording!, t + 1).entries()) {
        if (seen === unobserved || predicted[at] === unobserved) continue
        compared++
        if (predicted[at] === seen) right++
      }
    }
    const accuracy = compared === 0 ? 0 : right / compared
    if (Option.isSome(flags.out)) {
      yield* writeRecording(flags.out.value, { ...recording!, boundary, cells, rule: null }, flags.force)
    }
    yield* print(
      flags.json
        ? JSON.stringify({ accuracy, cells: compared, right, boundary, model: model.info })
        : `${grouped(right)} of ${grouped(compared)} cells predicted (${(100 * accuracy).toFixed(4)} %), border ${boundary}`
    )
  })
).pipe(Command.withDescription("Apply a kept model to a recording, frame by frame"))
