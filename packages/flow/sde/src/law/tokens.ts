import { Refusal } from "./parsed.ts"

/** A piece of a law's text; `end` stands after the last one. */
export interface Token {
  readonly kind: "name" | "number" | "sign" | "break" | "end"
  readonly text: string
  /** First character in the whole text, counted from 0. */
  readonly at: number
}

const piece =
  /(?<space>[ \t]+)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>\p{L}[\p{L}\p{N}_]*)|(?<break>[;\n\r]+)|(?<sign>[-+*/^=()[\],'′−])/uy

/** Plain forms of the signs that come in two. */
const plain: Readonly<Record<string, string>> = { "′": "'", "−": "-" }

/** Cuts a law into tokens, in one pass. */
export const tokensOf = (text: string): ReadonlyArray<Token> => {
  const tokens: Array<Token> = []
  piece.lastIndex = 0
  while (piece.lastIndex < text.length) {
    const at = piece.lastIndex
    const groups = piece.exec(text)?.groups
    if (groups === undefined) {
      const sign = String.fromCodePoint(text.codePointAt(at)!)
      throw new Refusal(
        at,
        `"${sign}" has no place in a law`,
        "laws are written like phi1' = 1.3 - sin(phi1); noise 0.1"
      )
    }
    const { break: pause, name, number, sign } = groups
    if (name !== undefined) tokens.push({ kind: "name", text: name, at })
    else if (number !== undefined) tokens.push({ kind: "number", text: number, at })
    else if (sign !== undefined) tokens.push({ kind: "sign", text: plain[sign] ?? sign, at })
    else if (pause !== undefined) tokens.push({ kind: "break", text: ";", at })
  }
  tokens.push({ kind: "end", text: "", at: text.length })
  return tokens
}
