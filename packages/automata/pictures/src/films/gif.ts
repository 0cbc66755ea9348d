import { GifReader } from "omggif"
import { decoded, type Film, packPixels, type Seen } from "../film.ts"

/** Empties the rectangle of a frame: it becomes clear. */
const clear = (
  canvas: Uint8Array,
  width: number,
  frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
): void => {
  for (let y = frame.y; y < frame.y + frame.height; y++) {
    canvas.fill(0, 4 * (y * width + frame.x), 4 * (y * width + frame.x + frame.width))
  }
}

/**
 * A GIF, its frames put together as its disposal methods say (GIF89a, CompuServe 1990: 2 clears the frame before
 * the next one, 3 brings back what was there before it).
 */
export const gifFilm = (bytes: Uint8Array): Seen<Film> =>
  decoded("GIF", () => {
    const reader = new GifReader(bytes)
    const { height, width } = reader
    const frames = reader.numFrames()
    const play: Film["play"] = (visit) => {
      const canvas = new Uint8Array(4 * width * height)
      const pixels = new Uint32Array(width * height)
      for (let t = 0; t < frames; t++) {
        const info = reader.frameInfo(t)
        const before = info.disposal === 3 ? canvas.slice() : null
        reader.decodeAndBlitFrameRGBA(t, canvas)
        packPixels(canvas, pixels)
        visit(pixels, t)
        if (info.disposal === 2) clear(canvas, width, info)
        else if (before !== null) canvas.set(before)
      }
    }
    return { width, height, frames, play }
  })
