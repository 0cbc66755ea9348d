import type { Block } from "./header.ts"
import { joinedLines, label, wrapped } from "./text.ts"
import type { Theme } from "./theme.ts"

/** Title and notes of a figure, in as many lines as `width` asks for, from y = 0. */
export const caption = (title: string, notes: ReadonlyArray<string>, width: number, theme: Theme): Block => {
  const bold = { size: 15, bold: true }
  const small = { size: 11 }
  let y = 0
  let markup = ""
  for (const line of wrapped(title, bold, width)) {
    y += 18
    markup += label(0, y - 3, line, bold)
  }
  y += 2
  for (const line of joinedLines(notes, small, width).flatMap((line) => wrapped(line, small, width))) {
    y += 15
    markup += label(0, y - 3, line, small, { fill: theme.muted })
  }
  return { markup, height: y }
}
