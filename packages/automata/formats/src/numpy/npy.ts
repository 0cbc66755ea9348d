import { isNpy, readNpyHeader } from "@rulescope/arrays"
import { Result } from "effect"
import { sheetsOfArray } from "../arrays/sheets.ts"
import type { Format } from "../format.ts"
import { readValues } from "./array.ts"

/** One array, as numpy.save writes it. */
export const npy: Format = {
  id: "npy",
  label: "NumPy array",
  endings: ["npy"],
  begins: ({ bytes }) => isNpy(bytes),
  read: ({ budget, bytes, settings }) =>
    readNpyHeader(bytes).pipe(
      Result.flatMap((header) => readValues(header, bytes, budget)),
      Result.flatMap((array) => sheetsOfArray(array, settings.axes, "", budget)),
      Result.map((sheets) => ({ kind: "sheets" as const, sheets }))
    )
}
