import { type Attributes, escaped, tag } from "./markup.ts"

/**
 * Advance widths of the characters U+0020 to U+007E in thousandths of the font size.
 *
 * Source: `hmtx` tables of DejaVu Sans and DejaVu Sans Bold 2.37, among the widest of common sans-serif
 * fonts: what fits with them fits with whatever font a viewer has.
 */
const regular: ReadonlyArray<number> = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
  636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
  748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
  615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
  337, 636, 838
]
const bold: ReadonlyArray<number> = [
  348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696,
  696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995,
  837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716,
  678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712,
  365, 712, 838
]

/** Font of all figures; the PNG renderer brings DejaVu Sans. */
export const fontFamily = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"

export interface Font {
  /** Font size in user units. */
  readonly size: number
  /** Default false. */
  readonly bold?: boolean
}

/** Width of a text in user units, an upper bound for characters outside ASCII (one em each). */
export const textWidth = (text: string, font: Font): number => {
  const widths = font.bold === true ? bold : regular
  let sum = 0
  for (const char of text) sum += widths[char.codePointAt(0)! - 32] ?? 1000
  return (sum * font.size) / 1000
}

/** The text, its middle replaced by "…" when it is wider than `width`. */
export const fitted = (text: string, font: Font, width: number): string => {
  if (textWidth(text, font) <= width) return text
  const chars = [...text]
  for (let kept = chars.length - 1; kept > 0; kept--) {
    const start = Math.ceil(kept / 2)
    const shorter = `${chars.slice(0, start).join("")}…${chars.slice(chars.length - (kept - start)).join("")}`
    if (textWidth(shorter, font) <= width) return shorter
  }
  return "…"
}

/** Phrases joined by " · " into as few lines as hold them; a phrase wider than a line is shortened. */
export const joinedLines = (phrases: ReadonlyArray<string>, font: Font, width: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  for (const phrase of phrases) {
    const longer = lines.length === 0 ? undefined : `${lines.at(-1)!} · ${phrase}`
    if (longer !== undefined && textWidth(longer, font) <= width) lines[lines.length - 1] = longer
    else lines.push(fitted(phrase, font, width))
  }
  return lines
}

// Between two of these, or between one and anything else, a line may break (Unicode line breaking, class ID).
const ideograph = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u

/** Places at which a text may break: after blanks, and around ideographs unless a closing mark follows. */
const pieces = (text: string): ReadonlyArray<string> => {
  const found: Array<string> = []
  let piece = ""
  for (const char of text) {
    const before = [...piece].at(-1)
    const apart = before !== undefined && (ideograph.test(char) || ideograph.test(before))
    if (before === " " || (apart && !/[,.:;!?)\]%，。：；！？）】、 ]/u.test(char) && !/[(（【]/u.test(before))) {
      found.push(piece)
      piece = ""
    }
    piece += char
  }
  return piece === "" ? found : [...found, piece]
}

/** The text in lines no wider than `width`; a word that is wider alone is shortened. */
export const wrapped = (text: string, font: Font, width: number): ReadonlyArray<string> => {
  const lines: Array<string> = [""]
  for (const piece of pieces(text)) {
    const longer = lines.at(-1)! + piece
    if (textWidth(longer.trimEnd(), font) <= width || lines.at(-1) === "") lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines.map((line) => fitted(line.trimEnd(), font, width))
}

/** A line of text; `y` is its baseline. */
export const label = (x: number, y: number, text: string, font: Font, attributes: Attributes = {}): string =>
  tag(
    "text",
    { x, y, "font-size": font.size, "font-weight": font.bold === true ? "bold" : undefined, ...attributes },
    escaped(text)
  )
