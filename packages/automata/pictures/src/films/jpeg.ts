import { decode } from "jpeg-js"
import { decoded, type Film, packPixels, type Seen } from "../film.ts"

/** A JPEG: one frame. */
export const jpegFilm = (bytes: Uint8Array): Seen<Film> =>
  decoded("JPEG", () => {
    const { data, height, width } = decode(bytes, { useTArray: true, maxMemoryUsageInMB: 1024 })
    const pixels = new Uint32Array(width * height)
    packPixels(data, pixels)
    return { width, height, frames: 1, play: (visit) => visit(pixels, 0) }
  })
