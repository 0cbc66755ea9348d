import { evolution, formatRule, type Recording, type Rule } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import type { Config } from "./Soup.ts"
import { misfire, record } from "./disturb.ts"

/** Density of soup `index` of `soups`. */
const densityOf = ({ density, soups }: Config, index: number): number =>
  typeof density === "number"
    ? density
    : density.from + (soups === 1 ? 0.5 : index / (soups - 1)) * (density.to - density.from)

/** Cells alive independently with probability `density` in a patch in the middle, drawn from the soup's own stream. */
const fill = (seed: string, { height, patch, width }: Config, density: number): Uint8Array => {
  const random = makeRandom(seed)
  const cells = new Uint8Array(width * height)
  const [columns, rows] = [Math.ceil(patch * width), Math.ceil(patch * height)]
  const [left, top] = [(width - columns) >> 1, (height - rows) >> 1]
  for (let y = top; y < top + rows; y++) {
    for (let x = left; x < left + columns; x++) cells[y * width + x] = random.uniform() < density ? 1 : 0
  }
  return cells
}

/** One soup, evolved and recorded, with pauses. */
export function* evolve(config: Config, rule: Rule, seed: string, index: number): Generator<unknown, Recording> {
  const { boundary, dynamicNoise, generations, height, mask, observationNoise, width } = config
  const { states } = rule.family
  const stream = `${seed}/soup-${index}`
  const first = fill(stream, config, densityOf(config, index))
  const world = { width, height, boundary }
  const cells =
    dynamicNoise === 0
      ? yield* evolution(rule, first, world, generations)
      : yield* misfire(rule, first, world, generations, dynamicNoise, makeRandom(`${stream}/misfires`))
  yield* record(cells, states, observationNoise, mask, makeRandom(`${stream}/recording`))
  return {
    source: `soup ${index + 1}`,
    ...world,
    frames: generations + 1,
    states,
    cells,
    rule: formatRule(rule)
  }
}
