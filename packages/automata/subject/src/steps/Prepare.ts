import { lineOf, type Problem, problemFields, problemOf, say } from "@rulescope/core"
import {
  candidateFamilies,
  decideBoundary,
  type Family,
  familyById,
  families,
  type Neighbourhood,
  type Observation,
  type Recording
} from "@rulescope/lattice"
import { Effect, Schema } from "effect"
import { splitHeldOut } from "./HeldOut.ts"
import type { Stride } from "../Evidence.ts"
import type { RecordingInfo } from "../RunResult.ts"
import type { RunSpec } from "../RunSpec.ts"

/** The recordings and the spec do not go together. */
export class RunError extends Schema.TaggedError<RunError>()("RunError", {
  ...problemFields
}) {
  get problem(): Problem {
    return problemOf(this)
  }
  override get message() {
    return lineOf(this.problem)
  }
}

/** Recordings with their boundary decided and their held-out part split off. */
export interface Prepared {
  readonly candidates: ReadonlyArray<Family>
  readonly recordings: ReadonlyArray<RecordingInfo>
  readonly training: ReadonlyArray<Observation>
  readonly heldOut: ReadonlyArray<Observation>
  readonly stride: Stride
}

/** What lies beyond the edges of a recording: as stated, or decided from these transitions. */
const boundaryOf = (neighbourhood: Neighbourhood, recording: Recording, transitions: ReadonlyArray<number>) =>
  recording.boundary === "auto"
    ? decideBoundary(neighbourhood, recording, transitions)
    : { boundary: recording.boundary, because: "as stated" }

/** The same recordings with nothing held out, and their boundaries decided from all transitions. */
export const nothingHeldOut = (recordings: ReadonlyArray<Recording>, prepared: Prepared): Prepared => {
  const { neighbourhood } = prepared.candidates[0]!
  const infos = prepared.recordings.map((info, index): RecordingInfo => {
    const transitions = [...info.training, ...info.heldOut].sort((a, b) => a - b)
    const { because, boundary } = boundaryOf(neighbourhood, recordings[index]!, transitions)
    return { ...info, boundary, because, training: transitions, heldOut: [] }
  })
  const training = recordings.map((recording, index) => {
    const { boundary, training: transitions } = infos[index]!
    return { recording, boundary, transitions }
  })
  return { ...prepared, recordings: infos, training, heldOut: [] }
}

/** Families that the spec allows for these recordings. */
const candidatesFor = (spec: RunSpec, first: Recording): Effect.Effect<ReadonlyArray<Family>, RunError> => {
  const fitting = candidateFamilies(first)
  const shape =
    first.height === 1 ? say`${first.states} states in one dimension` : say`${first.states} states in the plane`
  if (spec.family === "auto") {
    return fitting.length > 0
      ? Effect.succeed(fitting)
      : Effect.fail(
          new RunError({
            reason: say`no family is known for ${shape}`,
            remedy: say`known are ${families.map((known) => say`${known.id} (${known.states} states)`)}`
          })
        )
  }
  const family = familyById(spec.family)
  if (family === undefined) {
    const remedy = say`known: ${["auto", ...families.map(({ id }) => id)]}`
    return Effect.fail(new RunError({ reason: say`no family is called "${spec.family}"`, remedy }))
  }
  return family.states === first.states
    ? Effect.succeed([family])
    : Effect.fail(
        new RunError({
          reason: say`${family.id} rules have ${family.states} states, ${first.source} has ${shape}`,
          remedy: say`choose --family auto or another family`
        })
      )
}

/** Splits off the held-out part first, then decides each boundary from the training part. */
export const prepare = Effect.fn("prepare")(function* (spec: RunSpec, recordings: ReadonlyArray<Recording>) {
  const first = recordings[0]
  if (first === undefined) {
    return yield* new RunError({ reason: say`the generator gave no recording`, remedy: say`ask for at least one` })
  }
  for (const recording of recordings) {
    if (recording.frames < 2) {
      return yield* new RunError({
        reason: say`${recording.source} has ${recording.frames} frame`,
        remedy: say`a rule shows itself only between frames: at least 2 are needed`
      })
    }
    if (recording.states !== first.states) {
      return yield* new RunError({
        reason: say`${recording.source} has ${recording.states} states, ${first.source} has ${first.states}`,
        remedy: say`recordings of one run share their states`
      })
    }
  }
  if (spec.stride === "recorded" && recordings.some(({ stride }) => (stride ?? 1) !== (first.stride ?? 1))) {
    return yield* new RunError({
      reason: say`the recordings were taken at different strides`,
      remedy: say`give those with the same number of generations between frames to one run`
    })
  }
  const candidates = yield* candidatesFor(spec, first)
  const neighbourhood = candidates[0]!.neighbourhood
  const splits = splitHeldOut(recordings, candidates, spec.heldOut)
  const infos = recordings.map((recording, index): RecordingInfo => {
    const { heldOut, training } = splits[index]!
    const { frames, height, source, states, width } = recording
    const decision = boundaryOf(neighbourhood, recording, training.length > 0 ? training : heldOut)
    return {
      source,
      width,
      height,
      frames,
      states,
      boundary: decision.boundary,
      because: decision.because,
      training,
      heldOut
    }
  })
  const observe = (part: "training" | "heldOut"): ReadonlyArray<Observation> =>
    recordings.flatMap((recording, index) => {
      const info = infos[index]!
      return info[part].length === 0 ? [] : [{ recording, boundary: info.boundary, transitions: info[part] }]
    })
  return {
    candidates,
    recordings: infos,
    training: observe("training"),
    heldOut: observe("heldOut"),
    stride: spec.stride === "recorded" ? (first.stride ?? 1) : spec.stride
  } satisfies Prepared
})
