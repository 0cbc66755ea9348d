import { frameOf, type Recording, unobserved } from "@rulescope/lattice"
import { makeRandom, type Random } from "@rulescope/random"
import { AugmentError, Augmenter, type Sample } from "@rulescope/automata"
import { Plugin, say } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"

const id = "flip"

const share = (initial: number, description: string) =>
  Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
    .annotate({ description })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(initial)))

const Config = Schema.Struct({
  gamma: share(0.05, "Probability that a dead cell is flipped to live."),
  gammaLive: share(0, "Probability that a live cell is flipped to dead (γ′).")
})
type Config = typeof Config.Type

/** Flips cells of one frame in place and marks them in `flipped`. */
const flipCells = (cells: Uint8Array, flipped: Uint8Array, { gamma, gammaLive }: Config, random: Random): void => {
  for (let i = 0; i < cells.length; i++) {
    if (cells[i] === unobserved) continue
    if (random.uniform() < (cells[i] === 0 ? gamma : gammaLive)) {
      cells[i] = 1 - cells[i]!
      flipped[i] = 1
    }
  }
}

/** Cells within `radius` of a flipped one, on a torus: their outcome is not that of what they now see. */
const hideAround = (outcome: Uint8Array, flipped: Uint8Array, { height, width }: Recording, radius: number): void => {
  for (let at = 0; at < flipped.length; at++) {
    if (flipped[at] === 0) continue
    const x = at % width
    const y = Math.floor(at / width)
    for (let dy = -radius; dy <= radius; dy++) {
      for (let dx = -radius; dx <= radius; dx++) {
        const row = (y + dy + height) % height
        outcome[row * width + ((x + dx + width) % width)] = unobserved
      }
    }
  }
}

/**
 * Frames 2i and 2i + 1 of the answer are the flipped source of transition i and its outcome, unobserved
 * wherever a flip is near; pairs that stay are pairs that were.
 */
const perturb = (sample: Sample, config: Config, radius: number, random: Random): Sample => {
  const { recording, transitions } = sample
  const size = recording.width * recording.height
  const cells = new Uint8Array(2 * transitions.length * size)
  const flipped = new Uint8Array(size)
  for (const [i, t] of transitions.entries()) {
    const source = cells.subarray(2 * i * size, (2 * i + 1) * size)
    const outcome = cells.subarray((2 * i + 1) * size, (2 * i + 2) * size)
    source.set(frameOf(recording, t))
    outcome.set(frameOf(recording, t + 1))
    flipped.fill(0)
    flipCells(source, flipped, config, random)
    hideAround(outcome, flipped, recording, radius)
  }
  return {
    ...sample,
    recording: { ...recording, frames: 2 * transitions.length, cells },
    transitions: transitions.map((_, i) => 2 * i)
  }
}

/** Neighbourhoods reach at most this far in the families known; a wider hidden surround only hides more. */
const radius = 1

/**
 * Flips cells in the sequence that the statistics are taken from (the report's first answer to skewed counts):
 * the network is asked about neighbourhoods that the recording hardly shows. Nothing flipped counts as observed.
 */
export const flip = Plugin.make({
  id,
  version: 1,
  summary: "Flips dead cells to live at random in the frames that the statistics are taken from.",
  config: Config,
  layer: (config) =>
    Layer.succeed(
      Augmenter,
      Augmenter.of({
        purpose: "statistics",
        augment: Effect.fn("Flip.augment")(function* (samples, seed) {
          const more = samples.find((sample) => sample.recording.states !== 2)
          if (more !== undefined) {
            const reason = say`${more.recording.source} has ${more.recording.states} states`
            return yield* new AugmentError({
              plugin: id,
              reason,
              remedy: say`flipping is for two states; leave it out`
            })
          }
          return samples.map((sample, i) => perturb(sample, config, radius, makeRandom(`${seed}/${i}`)))
        })
      })
    )
})
