import type { Registry } from "@rulescope/core"
import { configValue } from "../state/draft.ts"

/** Most cells of all recordings together that the page makes only to show them. */
const mostCells = 48_000_000

const number = (choice: Registry.Choice, name: string, initial: number): number => {
  const value = configValue(choice, name)
  return typeof value === "number" ? value : initial
}

/** Whether a generator that simulates would make more than is worth showing; the run makes it all the same. */
export const tooLarge = (choice: Registry.Choice): boolean =>
  number(choice, "width", 64) *
    number(choice, "height", 64) *
    (number(choice, "generations", 32) + 1) *
    number(choice, "soups", 8) >
  mostCells
