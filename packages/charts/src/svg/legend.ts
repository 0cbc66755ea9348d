import { figureWidth, hatched, margin } from "./figure.ts"
import type { Block } from "./header.ts"
import { moved, tag } from "./markup.ts"
import { label, textWidth } from "./text.ts"
import type { Theme } from "./theme.ts"

/** Things that a legend explains. */
export type Mark = "live" | "dead" | "open" | "mixed" | "wrong" | "alpha" | "needed" | "confidence"

/** A line in ink on a band of background, so that it is seen on any bar. */
export const ruled = (x1: number, x2: number, y: number, theme: Theme, dashes?: string): string =>
  tag("line", { x1, x2, y1: y, y2: y, stroke: theme.background, "stroke-width": 4, "stroke-opacity": 0.75 }) +
  tag("line", { x1, x2, y1: y, y2: y, stroke: theme.ink, "stroke-width": 1.5, "stroke-dasharray": dashes })

/** The box that stands for a state: live filled, dead outlined, undetermined hatched, wrong framed. */
export const box = (
  mark: "live" | "dead" | "open" | "wrong",
  at: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  theme: Theme
): string => {
  const fill = { live: theme.live, dead: theme.dead, open: hatched(theme), wrong: "none" }[mark]
  const stroke = { live: theme.live, dead: theme.deadOutline, open: theme.hatch, wrong: theme.wrong }[mark]
  return tag("rect", { ...at, fill, stroke, "stroke-width": mark === "wrong" ? 2.5 : 1 })
}

const swatchWidth = (mark: Mark): number => (["alpha", "needed", "mixed", "confidence"].includes(mark) ? 20 : 12)

const swatch = (mark: Mark, theme: Theme): string => {
  if (mark === "alpha") return ruled(0, 20, 6, theme, "5 3")
  if (mark === "needed") return ruled(0, 20, 6, theme)
  if (mark === "confidence") return tag("rect", { y: 5, width: 20, height: 2.5, fill: theme.ink })
  const square = { x: 0.5, y: 0.5, width: 11, height: 11 }
  if (mark !== "mixed") return box(mark, square, theme)
  return box("live", { ...square, width: 12 }, theme) + box("dead", { ...square, x: 12.5, width: 7 }, theme)
}

/** Marks with their meanings, side by side, in as many lines as they need. */
export const legend = (entries: ReadonlyArray<readonly [mark: Mark, meaning: string]>, theme: Theme): Block => {
  const font = { size: 11 }
  let x = margin
  let y = 0
  let markup = ""
  for (const [mark, meaning] of entries) {
    const indent = swatchWidth(mark) + 6
    const width = indent + textWidth(meaning, font)
    if (x > margin && x + width > figureWidth - margin) {
      x = margin
      y += 18
    }
    markup += moved(x, y, swatch(mark, theme), label(indent, 10, meaning, font))
    x += width + 22
  }
  return { markup, height: y + 12 }
}
