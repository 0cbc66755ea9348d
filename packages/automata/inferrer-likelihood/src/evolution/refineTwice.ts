import type { Family } from "@rulescope/lattice"
import type { Noise } from "@rulescope/automata"
import { agreed, certain, type Refined, refine } from "./refine.ts"
import type { Segment } from "@rulescope/noise"

/** Observation noise from which one start is not enough, and from which the census has to agree. */
const [loud, deafening] = [0.06, 0.12]
/** A start that hardly believes the census, and how far the census counts where the sampler is in doubt of itself. */
const [flat, census] = [0.25, 2]

const both = (a: Float64Array, b: Float64Array): Float64Array => a.map((z, c) => agreed(z, b[c]!))

/**
 * Classes are set free one group at a time, so a world can settle with several labels wrong together. Under loud
 * noise a second world starts from a census hardly believed, and what both agree on is stated. When a world
 * stays frozen, or the noise is deafening, nothing is stated that the census does not say too.
 */
export function* refineTwice(
  family: Family,
  segments: ReadonlyArray<Segment>,
  prior: Float64Array,
  noise: Noise,
  seed: string
): Generator<void, Refined> {
  let found = yield* refine(family, segments, prior, noise, seed)
  if (noise.observation >= loud) {
    const second = yield* refine(
      family,
      segments,
      prior.map((z) => (Math.abs(z) < certain ? flat * z : z)),
      noise,
      `${seed}/flat`
    )
    found = {
      logOdds: both(found.logOdds, second.logOdds),
      weighed: found.weighed + second.weighed,
      misfire: Math.max(found.misfire, second.misfire),
      frozen: found.frozen || second.frozen
    }
  }
  if (!found.frozen && noise.observation < deafening) return found
  return {
    ...found,
    logOdds: both(
      found.logOdds,
      prior.map((z) => census * z)
    )
  }
}
