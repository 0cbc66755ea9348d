import type { Headline } from "../data/headline.ts"
import type { RunWords } from "../data/runWords.ts"
import { figureWidth, margin } from "./figure.ts"
import { type Font, fitted, joinedLines, label, textWidth } from "./text.ts"
import type { Theme } from "./theme.ts"

/** Markup that begins at y = 0, and the height it takes. */
export interface Block {
  readonly markup: string
  readonly height: number
}

const width = figureWidth - 2 * margin

/** The rule in one line when it fits at a readable size, else the ends of the range below each other. */
const titleLines = (
  rules: Headline["rules"],
  words: RunWords
): { readonly lines: ReadonlyArray<string>; readonly font: Font } => {
  const parts = rules.length === 1 ? rules : words.range(...rules)
  const one = parts.join(" ")
  const sizes = [22, 20, 18, 16, 14, 13, 12]
  const fits = sizes.find((size) => textWidth(one, { size, bold: true }) <= width)
  if (fits !== undefined) return { lines: [one], font: { size: fits, bold: true } }
  const size = sizes.find((size) => parts.every((line) => textWidth(line, { size, bold: true }) <= width)) ?? 12
  return { lines: parts.map((line) => fitted(line, { size, bold: true }, width)), font: { size, bold: true } }
}

/** The rules as one plain phrase, for the title that screen readers and file viewers show. */
export const plainTitle = ({ rules }: Headline, words: RunWords): string =>
  rules.length === 1 ? rules[0] : words.plainRange(...rules)

/** Rule as the title; below it how it was read, on how much, and the truth if known. */
export const header = ({ reading, rules, support, truth }: Headline, words: RunWords, theme: Theme): Block => {
  const { font, lines } = titleLines(rules, words)
  const small: Font = { size: 12 }
  let y = margin
  let markup = ""
  for (const line of lines) {
    y += font.size
    markup += label(margin, y, line, font)
    y += 6
  }
  y += 2
  const add = (text: string, fill: string, bold = false): void => {
    y += 14
    markup += label(margin, y, text, { ...small, bold }, { fill })
    y += 4
  }
  for (const line of joinedLines(reading, small, width)) add(line, theme.muted)
  for (const line of joinedLines(support, small, width)) add(line, theme.muted)
  if (truth !== null) {
    const text = `${truth.agrees ? "✓" : "✗"} ${truth.text}`
    add(fitted(text, { ...small, bold: !truth.agrees }, width), truth.agrees ? theme.ink : theme.wrong, !truth.agrees)
  }
  return { markup, height: y }
}
