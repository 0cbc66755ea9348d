import type { Read } from "@rulescope/arrays"
import { Result } from "effect"
import { sheetsOfArray } from "../arrays/sheets.ts"
import type { Format, Opened } from "../format.ts"
import { nothingStated, type Sheet } from "../sheet.ts"
import { decodedText } from "../text/decode.ts"
import { holdsObjects, readObjects } from "./object.ts"
import { scanLists } from "./scan.ts"

const read = ({ budget, bytes, settings }: Opened): Read<ReadonlyArray<Sheet>> =>
  Result.gen(function* () {
    const text = yield* decodedText(bytes)
    yield* budget.hold(2 * text.length, "nested lists")
    const { array, statement } = holdsObjects(text)
      ? yield* readObjects(text)
      : { array: yield* scanLists(text), statement: nothingStated }
    const sheets = yield* sheetsOfArray(array, settings.axes, "", budget)
    return sheets.map((sheet) => ({ ...sheet, statement, flat: sheet.flat === null ? null : ("frame" as const) }))
  })

/** Lists of rows of cells, as JSON, Python, NumPy's print and Mathematica write them. */
export const lists: Format = {
  id: "lists",
  label: "nested lists of JSON, NumPy or Mathematica",
  endings: ["json", "ca", "m", "wl", "py"],
  loose: true,
  begins: ({ head }) =>
    /^(?:[\w.]{1,40}\s{0,9}:?=\s{0,9})?(?:[\w.]{1,40}\()?\s{0,9}(?:[[({]\s{0,99}[[({"'\d.+\-TFNtfn]|\{\s{0,99}")/.test(
      head
    ),
  read: (file) => Result.map(read(file), (sheets) => ({ kind: "sheets" as const, sheets }))
}
