import type { Block } from "./header.ts"
import { moved } from "./markup.ts"
import { fitted, label, textWidth } from "./text.ts"

/** A sign with what it means; the sign lies within 20 × 12. */
export type Key = readonly [sign: string, meaning: string]

/** Signs with their meanings side by side, in as many lines as `width` asks for. */
export const keys = (entries: ReadonlyArray<Key>, width: number): Block => {
  const font = { size: 11 }
  let x = 0
  let y = 0
  let markup = ""
  for (const [sign, meaning] of entries) {
    const text = fitted(meaning, font, width - 26)
    const wide = 26 + textWidth(text, font)
    if (x > 0 && x + wide > width) {
      x = 0
      y += 17
    }
    markup += moved(x, y, sign, label(26, 10, text, font))
    x += wide + 16
  }
  return { markup, height: entries.length === 0 ? 0 : y + 12 }
}
