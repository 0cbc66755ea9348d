import { lineOf, type Problem, problemFields, problemOf, say } from "@rulescope/core"
import {
  decideBoundary,
  enclosing,
  familiesFor,
  familiesMeant,
  type Family,
  type FamilyKind,
  type Neighbourhood,
  type Observation,
  patternCount,
  type Recording,
  tabulationLimit
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
  /** The smallest neighbourhood that contains those of all candidates. */
  readonly within: Neighbourhood
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

const opened = new WeakMap<Prepared, Prepared>()

/**
 * The same recordings with nothing held out, and their boundaries decided from all transitions; made once, so that
 * steps that ask for it share its census too.
 */
export const nothingHeldOut = (recordings: ReadonlyArray<Recording>, prepared: Prepared): Prepared => {
  const all = opened.get(prepared) ?? withAll(recordings, prepared)
  opened.set(prepared, all)
  return all
}

const withAll = (recordings: ReadonlyArray<Recording>, prepared: Prepared): Prepared => {
  const infos = prepared.recordings.map((info, index): RecordingInfo => {
    const transitions = [...info.training, ...info.heldOut].sort((a, b) => a - b)
    const { because, boundary } = boundaryOf(prepared.within, recordings[index]!, transitions)
    return { ...info, boundary, because, training: transitions, heldOut: [] }
  })
  const training = recordings.map((recording, index) => {
    const { boundary, training: transitions } = infos[index]!
    return { recording, boundary, transitions }
  })
  return { ...prepared, recordings: infos, training, heldOut: [] }
}

/** Families that the spec allows for these recordings. */
const candidatesFor = (
  families: ReadonlyArray<FamilyKind>,
  spec: RunSpec,
  first: Recording
): Effect.Effect<ReadonlyArray<Family>, RunError> => {
  const dimension = first.height === 1 ? 1 : 2
  const shape =
    dimension === 1 ? say`${first.states} states in one dimension` : say`${first.states} states in the plane`
  const known = families.map(({ id }) => id)
  if (spec.family === "auto") {
    const fitting = familiesFor(families, { states: first.states, dimension })
    return fitting.length > 0
      ? Effect.succeed(fitting)
      : Effect.fail(new RunError({ reason: say`no family is known for ${shape}`, remedy: say`known are ${known}` }))
  }
  const meant = familiesMeant(families, spec.family, { states: first.states, dimension })
  if (meant === null) {
    const remedy = say`known: ${["auto", ...known]}`
    return Effect.fail(new RunError({ reason: say`no family is called "${spec.family}"`, remedy }))
  }
  const remedy = say`choose --family auto or another family`
  if (meant.length === 0) {
    return Effect.fail(new RunError({ reason: say`no ${spec.family} rules are known for ${shape}`, remedy }))
  }
  const other = meant.find(({ states }) => states !== first.states)
  if (other === undefined) return Effect.succeed(meant)
  const reason = say`${other.id} rules have ${other.states} states, ${first.source} has ${shape}`
  return Effect.fail(new RunError({ reason, remedy }))
}

/** Splits off the held-out part first, then decides each boundary from the training part. */
export const prepare = Effect.fn("prepare")(function* (
  families: ReadonlyArray<FamilyKind>,
  spec: RunSpec,
  recordings: ReadonlyArray<Recording>
) {
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
  const candidates = yield* candidatesFor(families, spec, first)
  const within = enclosing([candidates[0]!.neighbourhood, ...candidates.map(({ neighbourhood }) => neighbourhood)])
  const possible = patternCount(within, first.states)
  if (possible > tabulationLimit) {
    return yield* new RunError({
      reason: say`${first.states} states on ${within.id} make ${possible} arrangements of cells`,
      remedy: say`up to ${tabulationLimit} are counted; merge states, or choose a family on fewer cells`
    })
  }
  const splits = splitHeldOut(recordings, candidates, within, spec.heldOut)
  const infos = recordings.map((recording, index): RecordingInfo => {
    const { heldOut, training } = splits[index]!
    const { frames, height, source, states, width } = recording
    const decision = boundaryOf(within, recording, training.length > 0 ? training : heldOut)
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
    within,
    recordings: infos,
    training: observe("training"),
    heldOut: observe("heldOut"),
    stride: spec.stride === "recorded" ? (first.stride ?? 1) : spec.stride
  } satisfies Prepared
})
