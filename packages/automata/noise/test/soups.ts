import { type Family, type Observation, type Recording, type Rule, simulate } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"

/** A rule of the family with every label drawn evenly. */
export const randomRule = (family: Family, seed: string): Rule => {
  const random = makeRandom(seed)
  return { family, labels: Uint8Array.from(family.classes, () => random.below(family.states)) }
}

/** A soup of half live cells evolved on a torus; one row high for a one-dimensional family. */
export const recordSoup = (
  rule: Rule,
  seed: string,
  { frames = 9, height = 24, width = 40 }: { frames?: number; height?: number; width?: number } = {}
): Recording => {
  const random = makeRandom(seed)
  const rows = rule.family.neighbourhood.dimension === 1 ? 1 : height
  const first = Uint8Array.from({ length: width * rows }, () => random.below(rule.family.states))
  const world = { width, height: rows, boundary: "torus" as const }
  return {
    ...world,
    source: `soup ${seed}`,
    frames,
    states: rule.family.states,
    cells: simulate(rule, first, world, frames - 1),
    rule: null
  }
}

/** Every transition of a recording whose boundary is stated. */
export const observeAll = (recording: Recording): Observation => {
  if (recording.boundary === "auto") throw new Error("state the boundary")
  const transitions = Array.from({ length: recording.frames - 1 }, (_, t) => t)
  return { recording, boundary: recording.boundary, transitions }
}
