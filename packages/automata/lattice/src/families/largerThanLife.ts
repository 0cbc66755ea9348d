import type { Family, Rule } from "../family.ts"
import type { FamilyKind } from "../kind.ts"
import { circular, moore, type Neighbourhood, vonNeumann } from "../neighbourhood.ts"
import { type LargeRule, readLargeRule } from "../notation/largeRule.ts"
import { ranges } from "../notation/ranges.ts"
import { type Parsed, parsed, refused } from "../notation/parsed.ts"
import { labelsOfCounts, namedCounts, outerTotalistic } from "./outerTotalistic.ts"

/** Radii of the neighbourhoods, in cells; below 2 the rules have families of their own. */
const radii = { least: 2, most: 10 }

const neighbourhoods = { M: moore, N: vonNeumann, C: circular }

type Parameters = Pick<LargeRule, "radius" | "states" | "middle" | "shape">

/** Golly's form has one range: where a live cell counts itself, a count that no cell has stands for none at all. */
const oneRange = (counts: ReadonlyArray<number>, never: number | null): string | null => {
  const [first, ...more] = ranges(counts)
  if (first === undefined) return never === null ? null : `${never}..${never}`
  return more.length === 0 ? `${first[0]}..${first[1]}` : null
}

const list = (counts: ReadonlyArray<number>): string =>
  ranges(counts)
    .map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`))
    .join(",")

const make = (parameters: Parameters): Family => {
  const { middle, radius, shape, states } = parameters
  const cells: Neighbourhood = neighbourhoods[shape](radius)
  const size = cells.offsets.length
  const head = `R${radius},C${states === 2 ? 0 : states},M${middle}`
  return outerTotalistic(cells, states, middle, (classes) => ({
    id: "larger-than-life",
    variant: `${head},N${shape}`,
    title: `Larger than Life, ${head},N${shape}`,
    parse: (text) => {
      const read = parseLarge(text)
      if (!read.ok) return read
      const { family, labels } = read.value
      if (family.neighbourhood.id === cells.id && family.states === states && familyMiddle(family) === middle) {
        return parsed(labels)
      }
      return refused(
        text,
        0,
        `another family, ${family.variant}`,
        `rules here begin with ${head} and end with N${shape}`
      )
    },
    format: (labels) => {
      const birth = namedCounts(classes, labels, "B")
      const survival = namedCounts(classes, labels, "S")
      const s = oneRange(survival, middle === 1 ? 0 : null)
      const b = oneRange(birth, middle === 1 ? size : null)
      if (s === null || b === null) return `${head},S${list(survival)},B${list(birth)},N${shape}`
      return `${head},S${s},B${b},N${shape}`
    }
  }))
}

const familyMiddle = ({ classes }: Family): 0 | 1 => (classes.some(({ name }) => name === "S0") ? 0 : 1)

const known = new Map<string, Family>()

const familyOf = (parameters: Parameters): Family => {
  const { middle, radius, shape, states } = parameters
  const key = [radius, states, middle, shape].join()
  const family = known.get(key) ?? make(parameters)
  known.set(key, family)
  return family
}

const parseLarge = (text: string): Parsed<Rule> => {
  const read = readLargeRule(text, radii.most)
  if (!read.ok) return read
  const { birth, survival } = read.value
  const family = familyOf(read.value)
  const size = family.neighbourhood.offsets.length
  const beyond = Math.max(...birth, ...survival)
  if (beyond > size) return refused(text, text.indexOf(`${beyond}`), `count ${beyond}`, `counts are 0 to ${size} here`)
  return parsed({ family, labels: labelsOfCounts(family.classes, birth, survival) })
}

/**
 * Births, survivals and decay by how many cells within a radius of 2 to 10 are in state 1: in a square (NM), a diamond
 * (NN) or a disc (NC). Written as Golly and MCell write them, `R5,C0,M1,S34..58,B34..45,NM`, and as
 * `R2,C0,M0,S2-3,5,B3,NM` where counts are no single range, which LifeViewer reads. M1: a live cell counts itself; that
 * changes what a rule is called and nothing that it does, so families here count it.
 *
 * Sources: K. M. Evans, Larger than Life: it's so nonlinear (1996); M. Wójtowicz, MCell, as in Golly's help, "Larger
 * than Life"; LifeWiki, "Higher-range outer-totalistic rule".
 */
export const largerThanLife: FamilyKind = {
  id: "larger-than-life",
  version: 1,
  title: "Larger than Life (births, survivals, decay within a radius)",
  families: ({ dimension, states }) => {
    if (dimension === 1) return []
    const all: Array<Family> = []
    for (let radius = radii.least; radius <= radii.most; radius++) {
      for (const shape of ["N", "C", "M"] as const) all.push(familyOf({ radius, shape, states, middle: 1 }))
    }
    return all.sort((a, b) => a.classes.length - b.classes.length)
  },
  named: (variant) => {
    const read = readLargeRule(`${variant},S,B`, radii.most)
    const family = read.ok ? familyOf(read.value) : null
    return family?.variant === variant ? family : null
  },
  parse: parseLarge
}
