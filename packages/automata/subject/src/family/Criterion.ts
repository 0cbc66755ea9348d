import type { Folded, Seen } from "./fold.ts"

/** Scores of foldings by one criterion. */
export interface Scores {
  /** Its name, shown to people. */
  readonly criterion: string
  /** The score of one of the foldings, as parts that add up, in nats; larger is better. */
  readonly of: (folded: Folded) => ReadonlyArray<number>
}

/** Scores foldings of the same cells. Yields between pieces of work, so that the caller can stop. */
export type Criterion = (foldings: ReadonlyArray<Folded>, seen: Seen) => Generator<void, Scores>
