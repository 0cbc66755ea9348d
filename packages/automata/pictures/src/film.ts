import { Result } from "effect"

/** Why a picture cannot be used and what to do about it. */
export interface Refusal {
  /** What was seen. */
  readonly reason: string
  readonly remedy: string
}

export type Seen<A> = Result.Result<A, Refusal>

export const refused = (reason: string, remedy: string): Seen<never> => Result.fail({ reason, remedy })

/** Pictures of one size, one after another. */
export interface Film {
  /** Pixels per row, and rows. */
  readonly width: number
  readonly height: number
  readonly frames: number
  /**
   * Shows every frame in order, as `pixels[y * width + x]` = 0xrrggbb. The array is used again for the next frame.
   * Frames are decoded anew each time, so that a film never takes more memory than two of its pictures.
   */
  readonly play: (visit: (pixels: Uint32Array, frame: number) => void) => void
}

/** Whoever decodes pictures throws on damage; this is what is said of it. */
export const decoded = <A>(what: string, decode: () => A): Seen<A> =>
  Result.try({
    try: decode,
    catch: (cause): Refusal => ({
      reason: `the ${what} is damaged: ${cause instanceof Error ? cause.message : String(cause)}`,
      remedy: "save it again"
    })
  })

/** Bytes of red, green, blue and opacity as 0xrrggbb, what is clear on white. */
export const packPixels = (rgba: Uint8Array | Uint8ClampedArray, pixels: Uint32Array): void => {
  for (let i = 0, at = 0; i < pixels.length; i++, at += 4) {
    pixels[i] = rgba[at + 3]! < 128 ? 0xffffff : (rgba[at]! << 16) | (rgba[at + 1]! << 8) | rgba[at + 2]!
  }
}

/** How far two colours are apart, 0 to 255: the largest difference of red, green and blue. */
export const apart = (a: number, b: number): number => {
  if (a === b) return 0
  const red = Math.abs((a >> 16) - (b >> 16))
  const green = Math.abs(((a >> 8) & 255) - ((b >> 8) & 255))
  const blue = Math.abs((a & 255) - (b & 255))
  return Math.max(red, green, blue)
}

/** "#rrggbb" */
export const shownColour = (colour: number): string => `#${colour.toString(16).padStart(6, "0")}`
