import { countedClass, countedPartition, type Counting } from "../counting/counting.ts"
import { everyState, type Family, type FamilyClass, type Rule } from "../family.ts"
import type { FamilyKind } from "../kind.ts"
import { lazily } from "../lazily.ts"
import { line, moore, type Neighbourhood, vonNeumann } from "../neighbourhood.ts"
import { formatCode, readCode, type TotalisticCode } from "../notation/code.ts"
import { type Parsed, parsed, refused } from "../notation/parsed.ts"

type Parameters = Omit<TotalisticCode, "digits">

const neighbourhoodOf = ({ grid, radius }: Parameters): Neighbourhood =>
  grid === "line" ? line(radius) : grid === "moore" ? moore(radius) : vonNeumann(radius)

/** Sums of a neighbourhood: all cells with the centre, or those around it for each state of the centre. */
const classesOf = ({ outer, states }: Parameters, cells: number): ReadonlyArray<FamilyClass> => {
  const lawful = everyState(states)
  const sums = Array.from({ length: (cells - (outer ? 1 : 0)) * (states - 1) + 1 }, (_, sum) => sum)
  if (!outer) return sums.map((sum) => ({ name: `T${sum}`, centre: 0, live: sum, lawful }))
  return sums.flatMap((sum) => lawful.map((centre) => ({ name: `${centre}:${sum}`, centre, live: sum, lawful })))
}

const make = (parameters: Parameters): Family => {
  const { outer, states } = parameters
  const cells = neighbourhoodOf(parameters)
  const most = (cells.offsets.length - 1) * (states - 1)
  const counting: Counting = {
    weights: Uint8Array.from(everyState(states)),
    most,
    classAt: Uint16Array.from({ length: states * (most + 1) }, (_, at) => {
      const [own, sum] = [Math.floor(at / (most + 1)), at % (most + 1)]
      return outer ? states * sum + own : sum + own
    })
  }
  const partition = lazily(() => countedPartition(cells, counting, states))
  return {
    id: "totalistic",
    variant: keyOf(parameters),
    title: `${outer ? "outer-totalistic" : "totalistic"}, ${states} states, ${cells.id}`,
    neighbourhood: cells,
    states,
    classes: classesOf(parameters, cells.offsets.length),
    classOf: (block) => countedClass(cells, counting, block),
    get partition() {
      return partition()
    },
    counting,
    parse: (text) => {
      const read = parseTotalistic(text)
      if (!read.ok) return read
      const { family, labels } = read.value
      if (family.variant === keyOf(parameters)) return parsed(labels)
      return refused(text, 0, `another family, ${family.variant}`, `codes here are of ${keyOf(parameters)}`)
    },
    format: (digits) => formatCode({ ...parameters, digits })
  }
}

const keyOf = ({ grid, outer, radius, states }: Parameters): string =>
  `${outer ? "outer " : ""}k${states} r${radius}${grid === "line" ? "" : ` ${grid}`}`

const known = new Map<string, Family>()

const familyOf = (parameters: Parameters): Family => {
  const key = keyOf(parameters)
  const family = known.get(key) ?? make(parameters)
  known.set(key, family)
  return family
}

const parseTotalistic = (text: string): Parsed<Rule> => {
  const read = readCode(text)
  if (!read.ok) return read
  const { digits, ...parameters } = read.value
  const family = familyOf(parameters)
  if (digits.length > family.classes.length) {
    return refused(
      text,
      text.search(/\d/),
      "a code that is too large",
      `it has ${family.classes.length} digits at most`
    )
  }
  const labels = new Uint8Array(family.classes.length)
  labels.set(digits)
  return parsed({ family, labels })
}

/** States and radius for which families are proposed: more give codes longer than people write. */
const proposed = { states: 8, radius: 3 }

/**
 * Rules by the sum of the states of a neighbourhood, the cell among them (`code 1599 k3 r1`), or of the cells around it
 * for each state of the cell (`outer code 224 k2 r1 moore`): any number of states, in rows and in the plane. Digit n
 * of the code, counted from the right in base k, is the next state after the sum n; of an outer code the digit
 * k · sum + state.
 *
 * Sources: S. Wolfram, Statistical mechanics of cellular automata (1983); N. H. Packard, S. Wolfram, Two-dimensional
 * cellular automata (1985).
 */
export const totalistic: FamilyKind = {
  id: "totalistic",
  version: 1,
  title: "totalistic (codes of sums)",
  families: ({ dimension, states }) => {
    if (states > proposed.states) return []
    const grids = dimension === 1 ? (["line"] as const) : (["von-neumann", "moore"] as const)
    const radii = dimension === 1 ? Array.from({ length: proposed.radius }, (_, i) => i + 1) : [1]
    const all = radii.flatMap((radius) =>
      grids.flatMap((grid) => [false, true].map((outer) => familyOf({ grid, outer, radius, states })))
    )
    return all.sort((a, b) => a.classes.length - b.classes.length)
  },
  named: (variant) => {
    const outer = variant.startsWith("outer ")
    const read = readCode(outer ? `outer code 0 ${variant.slice(6)}` : `code 0 ${variant}`)
    const family = read.ok ? familyOf(read.value) : null
    return family?.variant === variant ? family : null
  },
  parse: parseTotalistic
}
