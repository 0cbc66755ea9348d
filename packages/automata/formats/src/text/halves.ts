import type { Block } from "./blocks.ts"

const parts: ReadonlyMap<string, readonly [upper: string, lower: string]> = new Map([
  [" ", [" ", " "]],
  ["▀", ["█", " "]],
  ["▄", [" ", "█"]],
  ["█", ["█", "█"]]
])

/** Every line of half blocks as the two rows that it draws; other characters stand for both. */
export const unfolded = (block: Block): Block => ({
  ...block,
  rows: block.rows.flatMap(({ line, text }) =>
    [0, 1].map((half) => ({ line, text: Array.from(text, (char) => parts.get(char)?.[half] ?? char).join("") }))
  )
})
