import { formats } from "@rulescope/formats"
import { Option } from "effect"
import { Argument, Flag } from "effect/cli"
import { recordingAt } from "./paths.ts"

/** A recording, in any format of the registry. */
export const recordingArgument = Argument.String("recording").pipe(
  Argument.withDescription(
    `A file, or a folder with a generation or a recording in each file: ${formats.map(({ label }) => label).join(", ")}; each also as .gz or in a .zip`
  )
)

/** Flags of every command that reads a recording, for what is not to be found out. */
export const readingFlags = {
  values: Flag.String("values").pipe(
    Flag.withDescription(
      "States of values as the file writes them, such as 0=0,255=1; ? is unobserved; others are found"
    ),
    Flag.withDefault("")
  ),
  unobserved: Flag.String("unobserved").pipe(
    Flag.withMetavar("VALUE"),
    Flag.withDescription("The value of cells that were not observed, as --values VALUE=?"),
    Flag.optional
  ),
  axes: Flag.String("axes").pipe(
    Flag.withDescription(
      "Axes of arrays, such as HWT: T frames, H rows, W columns, N recordings, C channels; else found"
    ),
    Flag.withDefault("")
  ),
  cell: Flag.String("cell").pipe(
    Flag.withMetavar("PIXELS"),
    Flag.withDescription("Size of the cells of pictures, such as 6 or 7.03,14.06; else found"),
    Flag.withDefault("")
  ),
  origin: Flag.String("origin").pipe(
    Flag.withMetavar("X,Y"),
    Flag.withDescription("Where the first cell of pictures begins, in pixels from the left and the top; else found"),
    Flag.withDefault("")
  ),
  colours: Flag.String("colours").pipe(
    Flag.withDescription("States of the colours of pictures, such as 000000=1,ffffff=0, as --values"),
    Flag.withDefault("")
  )
}

export interface Reading {
  readonly values: string
  readonly unobserved: Option.Option<string>
  readonly axes: string
  readonly cell: string
  readonly origin: string
  readonly colours: string
}

/** Configuration of the generator that reads recordings. */
export const readingConfig = (path: string, { axes, cell, colours, origin, unobserved, values }: Reading) => ({
  path: recordingAt(path),
  axes,
  cell,
  origin,
  values: [values, colours, ...Option.match(unobserved, { onNone: () => [], onSome: (value) => [`${value}=?`] })]
    .filter((text) => text !== "")
    .join(",")
})
