import type { Counting } from "./counting/counting.ts"
import type { Neighbourhood } from "./neighbourhood.ts"
import type { Parsed } from "./notation/parsed.ts"

/** One part of the partition: all neighbourhoods that a rule of the family treats alike. */
export interface FamilyClass {
  /** Name in the field's notation, e.g. "B3", "S2", "B2a"; unique in the family. */
  readonly name: string
  /** State of the cell itself. */
  readonly centre: number
  /** What the rule counts around the cell, the cell itself not counted; 0 where it counts nothing. */
  readonly live: number
  /**
   * Next states that a rule may give the class: first the one that a rule string means by leaving the class out, last
   * the one it means by naming it. A cell that decays has one.
   */
  readonly lawful: ReadonlyArray<number>
}

/** A partition of the patterns of a neighbourhood into classes, with the notation of its rules. */
export interface Family {
  /** Name on the command line and in run specs, e.g. "life-like"; that of its kind. */
  readonly id: string
  /** Tells families of one kind apart, e.g. "4H" (states, grid); "" where a kind has one family. */
  readonly variant: string
  readonly title: string
  readonly neighbourhood: Neighbourhood
  /** Number of states, 2 to 255. */
  readonly states: number
  readonly classes: ReadonlyArray<FamilyClass>
  /** Class of one neighbourhood, its cells in the order of the offsets. */
  readonly classOf: (cells: ArrayLike<number>) => number
  /** Class of every pattern, or null where patterns are too many to tabulate. */
  readonly partition: Uint16Array | null
  /** How classes follow from sums over neighbours, or null where they do not: what fast simulators and censuses go by. */
  readonly counting: Counting | null
  /** Reads a rule string into labels, `labels[class]` = next state. */
  readonly parse: (text: string) => Parsed<Uint8Array>
  /** Canonical rule string of labels, as Golly prints it where Golly knows the family. */
  readonly format: (labels: Uint8Array) => string
}

/** A labelling: the next state of every class of a family. */
export interface Rule {
  readonly family: Family
  /** `labels[class]`, next state 0 to states - 1. */
  readonly labels: Uint8Array
}

/** A class, pattern or cell about which nothing is known. */
export const undetermined = 255

/** Next states of a family that every class may have. */
export const everyState = (states: number): ReadonlyArray<number> => Array.from({ length: states }, (_, state) => state)

/** Labels with the open classes (`undetermined`) closed: all as a rule string leaves them out, or as it names them. */
export const fillLabels = (family: Family, labels: Uint8Array, as: "left out" | "named"): Uint8Array =>
  labels.map((label, index) =>
    label === undetermined ? family.classes[index]!.lawful.at(as === "named" ? -1 : 0)! : label
  )

/** How many rules agree with labels whose open classes may have any lawful next state; Infinity beyond 10³⁰⁸. */
export const rulesLeft = (family: Family, labels: Uint8Array): number =>
  labels.reduce((rules, label, index) => rules * (label === undetermined ? family.classes[index]!.lawful.length : 1), 1)

/** Whether every label is open or lawful. */
export const isLawful = (family: Family, labels: Uint8Array): boolean =>
  labels.every((label, index) => label === undetermined || family.classes[index]!.lawful.includes(label))

/** Canonical rule string. A label that is not 0 or 1 in a two-state family reads as 0. */
export const formatRule = ({ family, labels }: Rule): string => family.format(labels)

/** Next state of every pattern, `undetermined` where the label is; throws for families without a partition. */
export const ruleTable = ({ family, labels }: Rule): Uint8Array => {
  const { partition } = family
  if (partition === null) throw new Error(`${family.id} has too many patterns to tabulate`)
  return Uint8Array.from(partition, (label) => labels[label]!)
}

/** Index of a class by its exact name, or -1. */
export const classIndex = (family: Family, name: string): number => family.classes.findIndex((c) => c.name === name)

/**
 * The same rule in another family on the same neighbourhood, or null when it treats two patterns of one class
 * differently or when one of the families has too many patterns to compare.
 */
export const expressIn = (rule: Rule, family: Family): Rule | null => {
  if (rule.family === family) return rule
  if (family.neighbourhood.id !== rule.family.neighbourhood.id || family.states !== rule.family.states) return null
  if (family.partition === null || rule.family.partition === null) return null
  const table = ruleTable(rule)
  const labels = new Uint8Array(family.classes.length)
  const known = new Uint8Array(family.classes.length)
  for (let pattern = 0; pattern < table.length; pattern++) {
    const index = family.partition[pattern]!
    if (known[index] === 1 && labels[index] !== table[pattern]) return null
    known[index] = 1
    labels[index] = table[pattern]!
  }
  return { family, labels }
}
