import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"

/** A bounded grid as the suffix of a rule string in Golly gives it. */
export interface Topology {
  /** What lies beyond the edges; "unknown" for every surface that is neither a torus nor surrounded by dead cells. */
  readonly boundary: "torus" | "dead" | "unknown"
  /** Cells per row, 0 = infinite. */
  readonly width: number
  /** Rows, 0 = infinite. */
  readonly height: number
  /** As written, for messages. */
  readonly text: string
}

/** Coordinate of the first cell of an axis of `size` cells that Golly centres on 0. */
export const centred = (size: number): number => -Math.floor(size / 2)

/**
 * Reads `T64,64` (torus), `P64,64` (plane surrounded by dead cells) and Golly's other surfaces: `K`, `C`, `S`
 * and shifted or half-infinite tori, whose edges are unknown here.
 *
 * Source: Golly 3.3, help page "Bounded Grids".
 */
export const readTopology = (text: string): Read<Topology> => {
  const match = /^([TPKCS])(\d+)(\*?)([+-]\d+)?(?:,(\d+)(\*?)([+-]\d+)?)?$/i.exec(text.replaceAll(" ", ""))
  if (match === null) {
    return unreadable(`"${text}" is not a bounded grid`, "write :T64,64 for a torus or :P64,64 for dead surroundings")
  }
  const [, letter, across, , shiftX, down, , shiftY] = match
  const width = Number(across)
  const height = Number(down ?? across)
  const kind = letter!.toUpperCase()
  const torus = kind === "T" && width > 0 && height > 0 && !Number(shiftX ?? 0) && !Number(shiftY ?? 0)
  return Result.succeed({ boundary: torus ? "torus" : kind === "P" ? "dead" : "unknown", width, height, text })
}
