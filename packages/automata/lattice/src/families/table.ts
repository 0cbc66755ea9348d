import { everyState, type Family, type FamilyClass, type Rule } from "../family.ts"
import type { FamilyKind } from "../kind.ts"
import { decodePattern, encodePattern, patternCount, tabulationLimit } from "../neighbourhood.ts"
import { applyTable } from "../notation/table/apply.ts"
import { type TableGrid, tableGrids } from "../notation/table/grid.ts"
import { readTable } from "../notation/table/read.ts"
import { type Parsed, parsed, refused } from "../notation/parsed.ts"
import { actionOn } from "../symmetry/action.ts"
import { lazily } from "../lazily.ts"
import { freeOrbitCount, orbitCount } from "../symmetry/orbitCount.ts"
import { type Orbits, orbitsOf } from "../symmetry/orbits.ts"
import { freeOrbits, type SymmetryId } from "../symmetry/partitions.ts"

/** Classes that a family may have: they are numbered in 16 bits. */
const mostClasses = 1 << 16

const orbitsBy = ({ cells }: TableGrid, id: SymmetryId, states: number): Orbits =>
  id === "all" ? freeOrbits(cells, states) : orbitsOf(actionOn(id, cells)!, states)

/** One line of a table without its next state: the cell itself, then the cells around it in Golly's order. */
const nameOf = ({ cells, order }: TableGrid, states: number, pattern: number): string => {
  const digits = decodePattern(pattern, cells.offsets.length, states)
  return order.map((i) => digits[i]!).join(",")
}

const variantOf = ({ name }: TableGrid, symmetry: string, states: number): string => `${states} ${name} ${symmetry}`

/** Classes and patterns are made when they are first asked for: there may be a million patterns. */
const make = (grid: TableGrid, symmetry: string, id: SymmetryId, states: number): Family => {
  const { cells } = grid
  const variant = variantOf(grid, symmetry, states)
  const orbits = lazily(() => orbitsBy(grid, id, states))
  const partition = lazily(() => Uint16Array.from(orbits().of))
  const classes = lazily((): ReadonlyArray<FamilyClass> =>
    orbits().representatives.map((pattern) => {
      const digits = decodePattern(pattern, cells.offsets.length, states)
      const centre = digits[cells.centre]!
      return {
        name: nameOf(grid, states, pattern),
        centre,
        live: digits.reduce((live, cell, i) => live + (i !== cells.centre && cell > 0 ? 1 : 0), 0),
        lawful: [centre, ...everyState(states).filter((state) => state !== centre)]
      }
    })
  )
  return {
    id: "table",
    variant,
    title: `rule table, ${states} states, ${grid.name}, ${symmetry}`,
    neighbourhood: cells,
    states,
    get classes() {
      return classes()
    },
    classOf: (block) => orbits().of[encodePattern(block, states)]!,
    get partition() {
      return partition()
    },
    counting: null,
    parse: (text) => {
      const read = parseTable(text)
      if (!read.ok) return read
      if (read.value.family.variant === variant) return parsed(read.value.labels)
      return refused(text, 0, `another family, ${read.value.family.variant}`, `tables here are of ${variant}`)
    },
    format: (labels) => {
      const lines = classes().flatMap(({ centre, name }, index) =>
        labels[index] === centre ? [] : [`${name},${labels[index]! < states ? labels[index] : centre}`]
      )
      return [
        "@RULE Rulescope",
        "@TABLE",
        `n_states:${states}`,
        `neighborhood:${grid.name}`,
        `symmetries:${symmetry}`,
        ...lines
      ].join("\n")
    }
  }
}

/** How many classes a family has, without listing its patterns. */
const countClasses = ({ cells }: TableGrid, id: SymmetryId, states: number): number =>
  id === "all" ? freeOrbitCount(cells, states) : orbitCount(actionOn(id, cells)!, states)

const known = new Map<string, Family | null>()

/** The family of a grid and symmetry; null when its patterns or classes are too many. */
const familyOf = (grid: TableGrid, symmetry: string, states: number): Family | null => {
  const key = variantOf(grid, symmetry, states)
  const before = known.get(key)
  if (before !== undefined) return before
  const id = grid.symmetries.find(([name]) => name === symmetry)![1]
  const fits = patternCount(grid.cells, states) <= tabulationLimit && countClasses(grid, id, states) <= mostClasses
  const family = fits ? make(grid, symmetry, id, states) : null
  known.set(key, family)
  return family
}

const parseTable = (text: string): Parsed<Rule> => {
  const read = readTable(text)
  if (!read.ok) return read
  const { grid, states, symmetry } = read.value
  const family = familyOf(grid, symmetry, states)
  if (family === null) {
    const reason = `${states} states on ${grid.name} with ${symmetry}`
    return refused(text, text.indexOf("n_states"), reason, "that is more arrangements than are tabulated here")
  }
  const id = grid.symmetries.find(([name]) => name === symmetry)![1]
  const labels = applyTable(text, read.value, orbitsBy(grid, id, states))
  return labels.ok ? parsed({ family, labels: labels.value }) : labels
}

/**
 * Rules of any number of states on a small neighbourhood, by what a symmetry cannot tell apart, as Golly's `.rule`
 * files hold them: every arrangement with its next state, those left out stay as they are. The classes are named by
 * the line that stands for them.
 *
 * Source: T. Hutton's rule tables, as in Golly's help, "File formats".
 */
export const table: FamilyKind = {
  id: "table",
  version: 1,
  title: "rule tables (Golly's @TABLE)",
  families: ({ dimension, states }) => {
    const all = tableGrids
      .filter(({ cells }) => cells.dimension === dimension)
      .flatMap((grid) =>
        grid.symmetries.flatMap(([symmetry, id]) => {
          const family = familyOf(grid, symmetry, states)
          return family === null ? [] : [{ family, classes: countClasses(grid, id, states) }]
        })
      )
    return all.sort((a, b) => a.classes - b.classes).map(({ family }) => family)
  },
  named: (variant) => {
    const [, digits, name, symmetry] = /^(\d+) (\w+) (\w+)$/.exec(variant) ?? []
    const grid = tableGrids.find((known) => known.name === name && known.symmetries.some(([id]) => id === symmetry))
    const states = Number(digits)
    return grid === undefined || !(states >= 2 && states <= 255) ? null : familyOf(grid, symmetry!, states)
  },
  parse: parseTable
}
