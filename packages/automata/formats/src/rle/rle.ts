import { Result } from "effect"
import type { Format } from "../format.ts"
import { decodedText } from "../text/decode.ts"
import { isHeader, isPlace } from "./header.ts"
import { readPatterns } from "./patterns.ts"

/** Comments before a header are passed over. */
const firstMeant = (head: string): string | undefined =>
  head.split("\n", 1000).find((line) => line.trim() !== "" && (isPlace(line) || !line.startsWith("#")))

/** Patterns one after another, a generation each. */
export const rle: Format = {
  id: "rle",
  label: "RLE",
  endings: ["rle"],
  begins: ({ head }) => {
    const line = firstMeant(head)?.trimStart() ?? ""
    return isPlace(line) || isHeader(line)
  },
  read: ({ bytes }) =>
    decodedText(bytes).pipe(
      Result.flatMap(readPatterns),
      Result.map((patterns) => ({ kind: "patterns" as const, patterns }))
    )
}
