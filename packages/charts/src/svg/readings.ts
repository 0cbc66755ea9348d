import type { CounterPanel, Share } from "../data/counterFigure.ts"
import type { RunWords } from "../data/runWords.ts"
import { shareWord } from "../data/shareWord.ts"
import { box } from "./legend.ts"
import { length, tag } from "./markup.ts"
import { label, textWidth } from "./text.ts"
import type { Theme } from "./theme.ts"

/** A cell of the row, divided as the classes are: live from the left, undetermined, dead. */
const cell = (share: Share, centre: 0 | 1, width: number, height: number, words: RunWords, theme: Theme): string => {
  const all = share.dead + share.live + share.open
  const gap = width < 8 ? 0 : 1.5
  const inner = width - 2 * gap
  let x = gap
  let markup = ""
  for (const mark of ["live", "open", "dead"] as const) {
    const part = (inner * share[mark]) / all
    if (part > 0) markup += box(mark, { x, y: 0, width: part, height }, theme)
    x += part
  }
  const word = shareWord(share, centre, words)
  const font = { size: 11, bold: share.live > 0 || share.open > 0 }
  if (textWidth(word, font) > inner - 2) return markup
  const pure = share.live === all
  const halo =
    pure || share.dead === all ? {} : { stroke: theme.background, "stroke-width": 3, "paint-order": "stroke" }
  const fill = pure ? theme.onLive : share.dead === all ? theme.muted : theme.ink
  return markup + label(width / 2, height / 2 + 4, word, font, { "text-anchor": "middle", fill, ...halo })
}

/** What was read, or what holds, for every count of a panel. */
export const readingRow = (
  row: "read" | "truth",
  { centre, entries }: CounterPanel,
  slot: number,
  height: number,
  words: RunWords,
  theme: Theme
): string =>
  label(-8, height / 2 + 4, words.counters.rows[row], { size: 11 }, { "text-anchor": "end" }) +
  entries
    .map((entry, i) => {
      const share = entry[row]
      if (share === null) return ""
      const title = tag("title", {}, `${words.counters.rows[row]}: ${words.counters.share(centre, entry.live, share)}`)
      return tag(
        "g",
        { class: row, "data-live": entry.live, transform: `translate(${length(i * slot)},0)` },
        title,
        cell(share, centre, slot, height, words, theme)
      )
    })
    .join("")
