import { mirror, moore, orbits, type Permutation, quarterTurn, type Recording, takeCensus } from "@rulescope/lattice"
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
    .annotate({ description: "Share of cells that may contradict the symmetry; 0 for clean recordings." })
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

const groups: Readonly<
  Record<Config["group"], { readonly copies: ReadonlyArray<Move>; readonly generators: ReadonlyArray<Permutation> }>
> = {
  turns: { copies: turns, generators: [quarterTurn(moore(1))] },
  mirrors: { copies: [reflect], generators: [mirror(moore(1))] },
  "turns-and-mirrors": {
    copies: [...turns, reflect, ...turns.map((move) => compose(reflect, move))],
    generators: [quarterTurn(moore(1)), mirror(moore(1))]
  }
}

/** Share of cells outside the majority outcome of their orbit, beyond what their own pattern's outcomes disagree. */
const contradiction = (samples: ReadonlyArray<Sample>, states: number, generators: ReadonlyArray<Permutation>) => {
  const { counts } = takeCensus(moore(1), states, samples)
  const { of, representatives } = orbits(moore(1), states, generators)
  const sums = new Float64Array(representatives.length * states)
  let own = 0
  let total = 0
  for (let pattern = 0; pattern < of.length; pattern++) {
    const row = counts.subarray(pattern * states, (pattern + 1) * states)
    const seen = row.reduce((sum, count) => sum + count, 0)
    total += seen
    own += seen - Math.max(...row)
    for (let next = 0; next < states; next++) sums[of[pattern]! * states + next]! += row[next]!
  }
  let joint = 0
  for (let orbit = 0; orbit < representatives.length; orbit++) {
    const row = sums.subarray(orbit * states, (orbit + 1) * states)
    joint += row.reduce((sum, count) => sum + count, 0) - Math.max(...row)
  }
  return { cells: joint - own, share: total === 0 ? 0 : (joint - own) / total }
}

/**
 * Adds turned and mirrored copies of every recording, for training. A copy is as true as the recording when the
 * rule has the symmetry; when the data say it has not, nothing is copied and the error says so.
 */
export const symmetry = Plugin.make({
  id,
  version: 1,
  summary: "Adds turned and mirrored copies of the recordings for training, unless the data contradict the symmetry.",
  config: Config,
  layer: ({ group, tolerance }) =>
    Layer.succeed(
      Augmenter,
      Augmenter.of({
        purpose: "training",
        augment: Effect.fn("Symmetry.augment")(function* (samples) {
          const { copies, generators } = groups[group]
          const flat = samples.find((sample) => sample.recording.height === 1)
          if (flat !== undefined) {
            const reason = `${flat.recording.source} has one row, which cannot be turned`
            return yield* new AugmentError({ plugin: id, reason, remedy: "leave the augmenter out" })
          }
          const { cells, share } = contradiction(samples, samples[0]?.recording.states ?? 2, generators)
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
