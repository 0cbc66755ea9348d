import { type FamilyKind, familyIn } from "@rulescope/lattice"
import { type Headline, headlineOf } from "./headline.ts"
import { contradicts, truthOf } from "./truth.ts"
import type { Reading } from "./reading.ts"
import { englishRunWords, type RunWords } from "./runWords.ts"

/** One class of the rule found. */
export interface ClassRow {
  readonly name: string
  /** State of the cell itself. */
  readonly centre: number
  /** Live neighbours. */
  readonly live: number
  /** Next state; null = undetermined. */
  readonly label: number | null
  /** Cells of the training part in this class. */
  readonly support: number
  /** Posterior probability of the label, 0 to 1; of the likeliest one when undetermined. */
  readonly confidence: number
  /** The label contradicts the truth. */
  readonly wrong: boolean
}

/** Every class of a rule with label, support and confidence. */
export interface ClassFigure {
  readonly headline: Headline
  readonly words: RunWords
  readonly states: number
  /** In the family's order. */
  readonly rows: ReadonlyArray<ClassRow>
}

/** The class table of a run as data, for any family. An unknown family is a defect and throws. */
export const classFigure = (
  result: Reading,
  families: ReadonlyArray<FamilyKind>,
  words: RunWords = englishRunWords
): ClassFigure => {
  const family = familyIn(families, result.estimate.family, result.estimate.variant)
  if (family === null) throw new Error(`no family is called "${result.estimate.family}"`)
  const truth = truthOf(families, result, family)
  return {
    headline: headlineOf(result, family, truth, words),
    words,
    states: family.states,
    rows: result.estimate.classes.map(({ class: name, confidence, label, support }, index) => ({
      name,
      centre: family.classes[index]!.centre,
      live: family.classes[index]!.live,
      label,
      support,
      confidence,
      wrong: contradicts(truth, index, label)
    }))
  }
}

/** Rows that share the cell's state and its live neighbours, in the order in which they first appear. */
export const classGroups = (rows: ReadonlyArray<ClassRow>): ReadonlyArray<ReadonlyArray<ClassRow>> => {
  const groups = new Map<string, Array<ClassRow>>()
  for (const row of rows) {
    const key = `${row.centre}/${row.live}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return [...groups.values()].sort((a, b) => a[0]!.centre - b[0]!.centre || a[0]!.live - b[0]!.live)
}
