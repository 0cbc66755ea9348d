import type { CounterEntry, CounterPanel } from "../data/counterFigure.ts"
import type { CountScale } from "../data/countScale.ts"
import { grouped, powerOfTen } from "../data/numbers.ts"
import type { RunWords } from "../data/runWords.ts"
import { figureWidth, margin } from "./figure.ts"
import { box, ruled } from "./legend.ts"
import { escaped, length, moved, tag } from "./markup.ts"
import { label, textWidth } from "./text.ts"
import type { Theme } from "./theme.ts"

/** Around the plot of a panel: axis labels and row names left, "α" right, and between the two panels. */
export const gutter = { left: 46, right: 16, between: 28 }
export const plotWidth = (figureWidth - 2 * margin - gutter.between) / 2 - gutter.left - gutter.right
const plotHeight = 240
/** Height with the axis below. */
export const plotFoot = plotHeight + 44

const grid = (scale: CountScale, theme: Theme): string => {
  const y = (place: number): number => plotHeight * (1 - place)
  const line = (at: number): string => tag("line", { x1: 0, x2: plotWidth, y1: at, y2: at, stroke: theme.grid })
  const tick = (at: number, text: string): string =>
    label(-8, at + 3.5, text, { size: 10 }, { "text-anchor": "end", fill: theme.muted })
  return [
    ...scale.decades.map((k) => line(y(scale.place(10 ** k)))),
    ...scale.ticks.map((k) => tick(y(scale.place(10 ** k)), powerOfTen(k))),
    tag("line", { x1: 0, x2: plotWidth, y1: plotHeight, y2: plotHeight, stroke: theme.deadOutline }),
    tick(plotHeight, "0")
  ].join("")
}

/** What stands where both bars would: the count never occurred. */
const neverSeen = (slot: number, words: RunWords, theme: Theme): string =>
  slot < 14
    ? ""
    : tag(
        "g",
        { transform: `translate(${length(slot / 2 + 4)},${plotHeight - 8}) rotate(-90)` },
        label(
          0,
          0,
          words.neverSeen,
          { size: 11 },
          { fill: theme.muted, stroke: theme.background, "stroke-width": 4, "paint-order": "stroke" }
        )
      )

/** Left edges of the two bars in a slot, and their width. */
const barsIn = (slot: number): { readonly dead: number; readonly live: number; readonly width: number } => {
  const width = Math.min(26, slot * 0.38)
  const apart = Math.min(2, slot * 0.04)
  return { dead: (slot - apart) / 2 - width, live: (slot + apart) / 2, width }
}

/** The two bars of one count, "0" where one counter is none. */
const bars = (
  { live, toDead, toLive }: CounterEntry,
  centre: 0 | 1,
  slot: number,
  scale: CountScale,
  words: RunWords,
  theme: Theme
): string => {
  if (toDead <= 0 && toLive <= 0) return neverSeen(slot, words, theme)
  const { dead: left, live: right, width } = barsIn(slot)
  const from = centre === 0 ? "dead" : "live"
  const bar = (to: "dead" | "live", count: number, x: number): string => {
    const height = scale.place(count) * plotHeight
    const title = tag("title", {}, escaped(words.counters.bar(centre, to === "dead" ? 0 : 1, live, grouped(count))))
    if (count <= 0) {
      return slot < 20
        ? ""
        : label(x + width / 2, plotHeight - 4, "0", { size: 9 }, { "text-anchor": "middle", fill: theme.muted })
    }
    return tag(
      "g",
      { class: `counter ${from}-${to}`, "data-live": live },
      title,
      box(to, { x, y: plotHeight - height, width, height }, theme)
    )
  }
  return bar("dead", toDead, left) + bar("live", toLive, right)
}

/** The heights that the bars have to pass, across them. */
const asked = ({ live: count, needed }: CounterEntry, slot: number, scale: CountScale, theme: Theme): string => {
  const { dead, live, width } = barsIn(slot)
  const across = (needs: number | null, x: number): string =>
    needs === null ? "" : ruled(x - 3, x + width + 3, plotHeight * (1 - scale.place(needs)), theme)
  const lines = across(needed.dead, dead) + across(needed.live, live)
  return lines === "" ? "" : tag("g", { class: "needed", "data-live": count }, lines)
}

/** α as a line across the panel; its number stands in the panel's title. */
const threshold = (alpha: number, scale: CountScale, theme: Theme): string => {
  const y = plotHeight * (1 - scale.place(alpha))
  return tag(
    "g",
    { class: "alpha", "data-alpha": alpha },
    ruled(0, plotWidth, y, theme, "5 3"),
    label(plotWidth + 4, y + 4, "α", { size: 13, bold: true })
  )
}

const axis = (panel: CounterPanel, slot: number, words: RunWords, theme: Theme): string => {
  const widest = Math.max(...panel.entries.map(({ live }) => textWidth(String(live), { size: 11 })))
  const every = [1, 2, 5, 10, 20, 50, 100].find((step) => step * slot >= widest + 4) ?? panel.entries.length
  return panel.entries
    .map(({ live }, i) =>
      i % every === 0
        ? label((i + 0.5) * slot, plotHeight + 16, String(live), { size: 11 }, { "text-anchor": "middle" })
        : ""
    )
    .concat(
      label(
        plotWidth / 2,
        plotHeight + 32,
        words.counters.neighbours,
        { size: 11 },
        { "text-anchor": "middle", fill: theme.muted }
      )
    )
    .join("")
}

/** Bars of every count over the axis, α across all of them and what each needs across it; `plotFoot` high. */
export const counterPlot = (panel: CounterPanel, scale: CountScale, words: RunWords, theme: Theme): string => {
  const slot = plotWidth / panel.entries.length
  const each = (draw: (entry: CounterEntry) => string): string =>
    panel.entries.map((entry, i) => moved(i * slot, 0, draw(entry))).join("")
  return [
    grid(scale, theme),
    each((entry) => bars(entry, panel.centre, slot, scale, words, theme)),
    panel.alpha === null ? "" : threshold(panel.alpha, scale, theme),
    each((entry) => asked(entry, slot, scale, theme)),
    axis(panel, slot, words, theme)
  ].join("")
}
