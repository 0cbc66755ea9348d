import { letters } from "./hensel.ts"

/** What may stand in birth and survival counts, and how a rule string names the neighbourhood. */
export interface Grid {
  /** Stands at the end of a rule string; "" for the Moore neighbourhood. */
  readonly suffix: "" | "H" | "V"
  /** Letters of every neighbour count, beginning with 0. */
  readonly letters: ReadonlyArray<string>
}

const plain = (most: number): ReadonlyArray<string> => Array.from({ length: most + 1 }, () => "")

export const mooreGrid: Grid = { suffix: "", letters }

/** Counts 0 to 6 and an H at the end, as Golly writes hexagonal rules. */
export const hexagonalGrid: Grid = { suffix: "H", letters: plain(6) }

/** Counts 0 to 4 and a V at the end, as Golly writes rules on the von Neumann neighbourhood. */
export const vonNeumannGrid: Grid = { suffix: "V", letters: plain(4) }
