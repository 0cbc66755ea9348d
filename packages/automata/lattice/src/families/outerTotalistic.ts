import { countedClass, countedPartition, type Counting, countOnes } from "../counting/counting.ts"
import type { Family, FamilyClass } from "../family.ts"
import { lazily } from "../lazily.ts"
import type { Neighbourhood } from "../neighbourhood.ts"
import { type Notation, parseBirthSurvival } from "../notation/birthSurvival.ts"
import type { CountTerm } from "../notation/terms.ts"
import { type Parsed, parsed, refused } from "../notation/parsed.ts"

/** Lawful next states of a cell in state 1: decay (or death), and survival. */
const ofLive = (states: number): ReadonlyArray<number> => (states === 2 ? [0, 1] : [2, 1])

const classesOf = (most: number, states: number, middle: 0 | 1): ReadonlyArray<FamilyClass> => [
  ...Array.from({ length: most + 1 }, (_, live) => ({ name: `B${live}`, centre: 0, live, lawful: [0, 1] })),
  ...Array.from({ length: most + 1 }, (_, live) => ({
    name: `S${live + middle}`,
    centre: 1,
    live,
    lawful: ofLive(states)
  })),
  ...Array.from({ length: states - 2 }, (_, i) => ({
    name: `D${i + 2}`,
    centre: i + 2,
    live: 0,
    lawful: [(i + 3) % states]
  }))
]

/** Name and notation of a family, given its classes. */
export type Named = (
  classes: ReadonlyArray<FamilyClass>
) => Pick<Family, "id" | "variant" | "title" | "parse" | "format">

/**
 * A family of births and survivals: classes B0, B1, …, S0, S1, … by the number of neighbours in state 1, and one class
 * for each state in which a cell decays (D2, D3, …), whatever is around it. With `middle` 1 a live cell counts
 * itself, so that its classes begin at S1.
 */
export const outerTotalistic = (neighbourhood: Neighbourhood, states: number, middle: 0 | 1, named: Named): Family => {
  const most = neighbourhood.offsets.length - 1
  const classAt = Uint16Array.from({ length: states * (most + 1) }, (_, at) => {
    const own = Math.floor(at / (most + 1))
    return own < 2 ? at : 2 * most + own
  })
  const counting: Counting = { weights: countOnes(states), most, classAt }
  const classes = classesOf(most, states, middle)
  const partition = lazily(() => countedPartition(neighbourhood, counting, states))
  return {
    ...named(classes),
    neighbourhood,
    states,
    classes,
    classOf: (cells) => countedClass(neighbourhood, counting, cells),
    get partition() {
      return partition()
    },
    counting
  }
}

/** Labels of a rule whose birth and survival counts are these, for the classes above. */
export const labelsOfCounts = (
  classes: ReadonlyArray<FamilyClass>,
  birth: ReadonlyArray<number>,
  survival: ReadonlyArray<number>
): Uint8Array =>
  Uint8Array.from(classes, ({ centre, lawful, name }) => {
    if (centre > 1) return lawful[0]!
    const counts = centre === 0 ? birth : survival
    return lawful.at(counts.includes(Number(name.slice(1))) ? -1 : 0)!
  })

/** Counts of a part that a labelling names, ascending. */
export const namedCounts = (
  classes: ReadonlyArray<FamilyClass>,
  labels: Uint8Array,
  part: "B" | "S"
): ReadonlyArray<number> =>
  classes.flatMap(({ name }, index) => (name[0] === part && labels[index] === 1 ? [Number(name.slice(1))] : []))

/** Counts of terms, or why they are none: one has letters, and `allowed` says what may stand there. */
export const plainCounts = (
  text: string,
  terms: ReadonlyArray<CountTerm>,
  allowed: string
): Parsed<ReadonlyArray<number>> => {
  const lettered = terms.find((term) => term.letters !== "")
  return lettered === undefined
    ? parsed(terms.map((term) => term.count))
    : refused(text, lettered.at + 1, `letters of count ${lettered.count}`, allowed)
}

/** Reads births and survivals of a family by counts; `allowed` says what may stand in place of letters. */
export const parseCounts =
  (classes: ReadonlyArray<FamilyClass>, notation: Notation, allowed: string) =>
  (text: string): Parsed<Uint8Array> => {
    const read = parseBirthSurvival(text, notation)
    if (!read.ok) return read
    const birth = plainCounts(text, read.value.birth, allowed)
    if (!birth.ok) return birth
    const survival = plainCounts(text, read.value.survival, allowed)
    if (!survival.ok) return survival
    return parsed(labelsOfCounts(classes, birth.value, survival.value))
  }
