import { type ClassTable, rowTotal } from "@rulescope/lattice"
import type { Rival } from "./Judgement.ts"

/** Cells that a class needs to be looked at. */
const fewest = 50

/** Share of a still class that may change, of what a moving one does; and how far moving ones may be apart. */
const [still, alike] = [0.02, 0.15]

/** Whether classes either never change or all change in the same share of cells: updates at random times. */
export const asynchronous = ({ counts, family: { classes, states } }: ClassTable): Rival | null => {
  const seen = classes.flatMap(({ centre }, index) => {
    const all = rowTotal(counts, states, index)
    return all < fewest ? [] : [{ all, changed: all - counts[index * states + centre]! }]
  })
  const most = Math.max(0, ...seen.map(({ all, changed }) => changed / all))
  const moving = seen.filter(({ all, changed }) => changed > (most / 2) * all)
  const sum = (rows: typeof seen, of: "all" | "changed"): number => rows.reduce((total, row) => total + row[of], 0)
  const rate = sum(moving, "changed") / sum(moving, "all")
  const resting = seen.filter((row) => !moving.includes(row))
  if (moving.length === 0 || resting.length === 0 || rate > 0.99) return null
  if (sum(resting, "changed") > still * rate * sum(resting, "all")) return null
  if (moving.some(({ all, changed }) => Math.abs(changed / all - rate) > alike * rate + 3 / Math.sqrt(all))) return null
  return {
    kind: "asynchronous",
    says: `cells that change do so in ${(100 * rate).toFixed(0)} % of the cases, whatever is around them, and others never: cells are updated at random times (asynchronous), or the rule is stochastic`,
    remedy: "no family here has probabilities; look for one outside"
  }
}
