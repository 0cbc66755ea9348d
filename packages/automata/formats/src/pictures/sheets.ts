import type { Understood } from "@rulescope/pictures"
import { type Sheet, sheetOf } from "../sheet.ts"

/** The frames of a stretch, one after another. */
const framesOf = ({ cells, height, width }: Understood, frames: ReadonlyArray<number>): Uint8Array => {
  const size = width * height
  const found = new Uint8Array(frames.length * size)
  for (const [i, t] of frames.entries()) found.set(cells.subarray(t * size, (t + 1) * size), i * size)
  return found
}

/** The stretches of consecutive generations as sheets, whose values are colours. Lone frames are left out where there are others. */
export const sheetsOf = (understood: Understood): ReadonlyArray<Sheet> => {
  const { colours, height, remarks, timeline, width } = understood
  const longer = timeline.stretches.filter(({ length }) => length > 1)
  const stretches = longer.length > 0 ? longer : timeline.stretches.slice(0, 1)
  return stretches.map((frames) =>
    sheetOf(
      { width, height, frames: frames.length, codes: framesOf(understood, frames), values: colours },
      {
        states: new Map(colours.map((colour, state) => [colour, state])),
        name: stretches.length > 1 ? `frames ${frames[0]} to ${frames.at(-1)}` : "",
        remarks
      }
    )
  )
}
