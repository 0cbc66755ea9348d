import type { Family, Rule } from "../family.ts"
import type { FamilyKind } from "../kind.ts"
import { hexagonal, moore, type Neighbourhood, vonNeumann } from "../neighbourhood.ts"
import { parseBirthSurvival } from "../notation/birthSurvival.ts"
import { type Grid, hexagonalGrid, mooreGrid, vonNeumannGrid } from "../notation/grid.ts"
import { type Parsed, parsed, refused } from "../notation/parsed.ts"
import { hexagonalRules } from "./hexagonal.ts"
import { lifeLike } from "./lifeLike.ts"
import { labelsOfCounts, namedCounts, outerTotalistic, plainCounts } from "./outerTotalistic.ts"
import { vonNeumannRules } from "./vonNeumann.ts"

interface Lattice {
  readonly grid: Grid
  readonly cells: Neighbourhood
  /** The same rules without decay. */
  readonly twoStates: Family
}

const lattices: ReadonlyArray<Lattice> = [
  { grid: vonNeumannGrid, cells: vonNeumann(1), twoStates: vonNeumannRules },
  { grid: hexagonalGrid, cells: hexagonal(), twoStates: hexagonalRules },
  { grid: mooreGrid, cells: moore(1), twoStates: lifeLike }
]

const noLetters = "rules with cells that decay have counts only"

const make = ({ cells, grid }: Lattice, states: number): Family =>
  outerTotalistic(cells, states, 0, (classes) => ({
    id: "generations",
    variant: `${states}${grid.suffix}`,
    title: `Generations, ${states} states`,
    parse: (text) => {
      const read = parseGenerations(text)
      if (!read.ok) return read
      const { family, labels } = read.value
      if (family.states === states && family.neighbourhood.id === cells.id) return parsed(labels)
      return refused(text, 0, "another number of states or another grid", `${states} states and ${cells.id} here`)
    },
    format: (labels) => {
      const [birth, survival] = (["B", "S"] as const).map((part) => namedCounts(classes, labels, part).join(""))
      return `${survival}/${birth}/${states}${grid.suffix}`
    }
  }))

const known = new Map<string, Family>()

/** The family of Generations with this many states, 3 to 255, on a grid; on each grid without decay for 2 states. */
const familyOn = (lattice: Lattice, states: number): Family => {
  if (states === 2) return lattice.twoStates
  const key = `${states}${lattice.grid.suffix}`
  const family = known.get(key) ?? make(lattice, states)
  known.set(key, family)
  return family
}

const parseGenerations = (text: string): Parsed<Rule> => {
  const last = text.trimEnd().at(-1)?.toUpperCase()
  const lattice = lattices.find(({ grid }) => grid.suffix === last) ?? lattices[2]!
  const read = parseBirthSurvival(text, { grid: lattice.grid, decays: true })
  if (!read.ok) return read
  const birth = plainCounts(text, read.value.birth, noLetters)
  if (!birth.ok) return birth
  const survival = plainCounts(text, read.value.survival, noLetters)
  if (!survival.ok) return survival
  const family = familyOn(lattice, read.value.states)
  return parsed({ family, labels: labelsOfCounts(family.classes, birth.value, survival.value) })
}

/**
 * Rules whose live cells do not die at once but decay through states 2, 3, … to 0, counting only neighbours in state 1:
 * on the Moore neighbourhood, hexagonal or von Neumann, 3 to 255 states. Written as Golly writes them,
 * survival/birth/states; `B2/S345/C4` and `g4b2s345` are read too.
 *
 * Source: M. Wójtowicz, Cellular Automata rules lexicon, "Generations" (2001), as in Golly's help, "Generations".
 */
export const generations: FamilyKind = {
  id: "generations",
  version: 1,
  title: "Generations (births, survivals, decay)",
  families: ({ dimension, states }) =>
    dimension === 2 && states > 2 ? lattices.map((lattice) => familyOn(lattice, states)) : [],
  named: (variant) => {
    const [, digits, suffix] = /^(\d+)([HV]?)$/.exec(variant) ?? []
    const states = Number(digits)
    const lattice = lattices.find(({ grid }) => grid.suffix === suffix)
    return lattice === undefined || !(states >= 3 && states <= 255) ? null : familyOn(lattice, states)
  },
  parse: parseGenerations
}
