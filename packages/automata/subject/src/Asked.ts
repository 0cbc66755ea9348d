import { type Sentence, say } from "@rulescope/core"
import { type ClassTable, undetermined } from "@rulescope/lattice"
import { Schema } from "effect"

/** What a reading asked of the cells of one class before it gave a label; each number has to be exceeded. */
export const Asked = Schema.Struct({
  /** The table whose cells it counted. */
  counted: Schema.Literals(["predictions", "observations"]),
  /** Cells of the class, whatever follows, at least 0; null where nothing is asked. */
  cells: Schema.NullOr(Schema.Finite),
  /** Cells that go to each next state, at least 0; null where nothing is asked of that state. */
  next: Schema.Array(Schema.NullOr(Schema.Finite))
})
export type Asked = typeof Asked.Type

/** Why a class has no label. */
export const WhyOpen = Schema.Union([
  Schema.Struct({ why: Schema.Literal("never seen") }),
  /** `seen` cells of the class, or of its most frequent outcome, do not exceed `needs`. */
  Schema.Struct({ why: Schema.Literal("too few"), seen: Schema.Finite, needs: Schema.Finite }),
  /** Noise would leave the same with another label, or several next states pass what is asked. */
  Schema.Struct({ why: Schema.Literal("noise floor") }),
  /** Another rule explains the same frames. */
  Schema.Struct({ why: Schema.Literal("twin rule") }),
  /** Predictions and observations say different things. */
  Schema.Struct({ why: Schema.Literal("disagreement") })
])
export type WhyOpen = typeof WhyOpen.Type

/** One table as it was read: what was asked of every class, and the labels that this gave. */
export interface TableReading {
  readonly table: ClassTable
  readonly labels: Uint8Array
  readonly asked: ReadonlyArray<Asked>
}

/** Why thresholds leave a class of one table open. */
const whyInTable = ({ asked, table: { counts, family } }: TableReading, index: number): WhyOpen => {
  const row = counts.subarray(index * family.states, (index + 1) * family.states)
  const { cells, next } = asked[index]!
  const total = row.reduce((sum, count) => sum + count, 0)
  if (total === 0) return { why: "never seen" }
  if (cells !== null && total <= cells) return { why: "too few", seen: total, needs: cells }
  const seen = Math.max(...row)
  const needs = next[row.indexOf(seen)] ?? null
  return needs !== null && seen <= needs ? { why: "too few", seen, needs } : { why: "noise floor" }
}

/** Why thresholds leave a class open: what the first table that has no label for it lacks. */
export const whyOpen = (readings: ReadonlyArray<TableReading>, index: number): WhyOpen => {
  const open = readings.find(({ labels }) => labels[index] === undetermined)
  return open === undefined ? { why: "disagreement" } : whyInTable(open, index)
}

const rounded = (count: number): number => Number(count.toFixed(1))

/** The reason in words. */
export const whyOpenSentence = (reason: WhyOpen): Sentence => {
  switch (reason.why) {
    case "never seen":
      return say`never seen`
    case "too few":
      return say`seen ${rounded(reason.seen)} times, needs more than ${rounded(reason.needs)}`
    case "noise floor":
      return say`noise explains what is seen as well with another label`
    case "twin rule":
      return say`a twin rule explains the same frames`
    case "disagreement":
      return say`predictions and observations disagree`
  }
}
