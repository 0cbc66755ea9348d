import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"

/** What the user says about a file, where it is not to be found out. */
export interface Settings {
  /** States of values as the file writes them: `{ "255": "unobserved", "#ffffff": 1 }`; the others are found. */
  readonly values?: Readonly<Record<string, number | "unobserved">>
  /** Axes of arrays in their order: T frames, H rows, W columns, N recordings, C channels; such as "HWT". */
  readonly axes?: string
  /** Size of the cells of pictures in pixels, across and down; else found. */
  readonly cell?: readonly [number, number]
  /** Where the first cell of pictures begins, in pixels from the left and the top; 0, 0 where a size is given. */
  readonly origin?: readonly [number, number]
  /** Bytes that reading may hold besides the files; 128 MiB. */
  readonly memory?: number
}

/** Reads `0=0,255=1` or `#ffffff=1,#808080=?`: a value, and its state 0 to 254, or `?` for unobserved. */
export const parseValues = (text: string): Read<NonNullable<Settings["values"]>> => {
  const values = new Map<string, number | "unobserved">()
  for (const entry of text.split(",").filter((entry) => entry.trim() !== "")) {
    const equals = entry.lastIndexOf("=")
    const [value, state] = [entry.slice(0, equals).trim(), entry.slice(equals + 1).trim()]
    if (equals < 1 || value === "" || !(state === "?" || (/^\d{1,3}$/.test(state) && Number(state) < 255))) {
      return unreadable(
        `"${entry.trim()}" does not say which state a value is`,
        "write values as 0=0,255=1, and ? for the state of cells that were not observed"
      )
    }
    values.set(value, state === "?" ? "unobserved" : Number(state))
  }
  return Result.succeed(Object.fromEntries(values))
}

/** Reads `6`, `6,6` or `7.03,14.06`: one or two numbers, above zero where `positive`. */
export const parsePixels = (text: string, positive: boolean): Read<readonly [number, number] | undefined> => {
  if (text.trim() === "") return Result.succeed(undefined)
  const numbers = text.split(",").map(Number)
  const [x, y = positive ? x : undefined] = numbers
  const fine = (value: number | undefined): value is number =>
    Number.isFinite(value) && value! >= (positive ? 1 : -100_000)
  return numbers.length <= 2 && !/^\s*$/.test(text.split(",").at(-1)!) && fine(x) && fine(y)
    ? Result.succeed([x, y])
    : unreadable(
        `"${text}" does not say ${positive ? "how large a cell is" : "where the first cell begins"}`,
        positive ? "write pixels as 6 or 7.03,14.06" : "write pixels from the left and from the top as 3,3"
      )
}
