import {
  actionOn,
  censusTotal,
  type GroupId,
  moore,
  orbitConflicts,
  type Recording,
  takeCensus
} from "@rulescope/lattice"
import { AugmentError, Augmenter, type Sample } from "@rulescope/automata"
import { Plugin } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"

const id = "symmetry"

const Config = Schema.Struct({
  group: Schema.Literals(["turns", "turns-and-mirrors", "mirrors"])
    .annotate({
      description: "Copies to add: the three quarter turns, these and the mirror images, or left–right mirror images."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed("turns-and-mirrors" as const))),
  tolerance: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
    .annotate({ description: "Share of cells that may contradict the symmetry beyond what noise explains." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0)))
})
type Config = typeof Config.Type

type Move = (recording: Recording) => Recording

/** A quarter turn of every frame, anticlockwise: width and height change places. */
const turn: Move = (recording) => {
  const { frames, height, width } = recording
  const cells = new Uint8Array(recording.cells.length)
  const size = width * height
  for (let t = 0; t < frames; t++) {
    for (let y = 0; y < width; y++) {
      for (let x = 0; x < height; x++)
        cells[t * size + y * height + x] = recording.cells[t * size + x * width + (width - 1 - y)]!
    }
  }
  return { ...recording, width: height, height: width, cells }
}

/** Left and right exchanged in every frame. */
const reflect: Move = (recording) => {
  const { width } = recording
  const cells = recording.cells.map((_, at, all) => all[at - (at % width) + (width - 1 - (at % width))]!)
  return { ...recording, cells }
}

const compose =
  (...moves: ReadonlyArray<Move>): Move =>
  (recording) =>
    moves.reduce((current, move) => move(current), recording)

const turns = [turn, compose(turn, turn), compose(turn, turn, turn)]

const groups: Readonly<Record<Config["group"], { readonly copies: ReadonlyArray<Move>; readonly id: GroupId }>> = {
  turns: { copies: turns, id: "C4" },
  mirrors: { copies: [reflect], id: "D1" },
  "turns-and-mirrors": { copies: [...turns, reflect, ...turns.map((move) => compose(reflect, move))], id: "D4" }
}

/** Cells that contradict a symmetry beyond what noise explains: those outside the majority outcome of their orbit. */
const contradiction = (samples: ReadonlyArray<Sample>, states: number, id: GroupId) => {
  const census = takeCensus(moore(1), states, samples)
  const { conflicts } = orbitConflicts(census, actionOn(id, moore(1))!)
  const cells = conflicts.reduce((sum, { outcomes, significant }) => {
    const seen = outcomes.map((outcome) => outcome.seen)
    return significant ? sum + seen.reduce((all, count) => all + count, 0) - Math.max(...seen) : sum
  }, 0)
  return { cells, share: cells / Math.max(1, censusTotal(census)) }
}

/**
 * Adds turned and mirrored copies of every recording, for training. A copy is as true as the recording when the
 * rule has the symmetry; when the data say it has not, nothing is copied and the error says so.
 */
export const symmetry = Plugin.make({
  id,
  version: 2,
  summary: "Adds turned and mirrored copies of the recordings for training, unless the data contradict the symmetry.",
  config: Config,
  layer: ({ group, tolerance }) =>
    Layer.succeed(
      Augmenter,
      Augmenter.of({
        purpose: "training",
        augment: Effect.fn("Symmetry.augment")(function* (samples) {
          const { copies, id: acting } = groups[group]
          const flat = samples.find((sample) => sample.recording.height === 1)
          if (flat !== undefined) {
            const reason = `${flat.recording.source} has one row, which cannot be turned`
            return yield* new AugmentError({ plugin: id, reason, remedy: "leave the augmenter out" })
          }
          const { cells, share } = contradiction(samples, samples[0]?.recording.states ?? 2, acting)
          if (share > tolerance) {
            const reason = `${cells} cells contradict the symmetry "${group}" (${(100 * share).toFixed(2)} % of all)`
            const remedy = "leave the augmenter out, choose a smaller group, or raise tolerance for noisy recordings"
            return yield* new AugmentError({ plugin: id, reason, remedy })
          }
          return samples.flatMap((sample) => [
            sample,
            ...copies.map((move) => ({ ...sample, recording: move(sample.recording) }))
          ])
        })
      })
    )
})
