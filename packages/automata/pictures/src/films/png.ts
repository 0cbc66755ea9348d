import { convertIndexedToRgb, type DecodedApng, decodeApng } from "fast-png"
import { decoded, type Film, type Seen } from "../film.ts"

/** Pixels of a frame as 0xrrggbb, what is clear on white. */
const packed = (
  { channels, depth, height, palette, width }: DecodedApng,
  data: DecodedApng["frames"][number]["data"]
) => {
  const indexed = palette !== undefined
  const rgb = indexed ? convertIndexedToRgb({ data, width, height, depth, channels, palette } as never) : data
  const each = indexed ? palette[0]!.length : channels
  // Of 16 bits the upper 8; of grey levels with fewer bits each as a share of white.
  const scale = depth === 16 ? 1 / 257 : depth < 8 && !indexed ? 255 / (2 ** depth - 1) : 1
  return Uint32Array.from({ length: width * height }, (_, i) => {
    const at = i * each
    const level = (channel: number): number => Math.round(rgb[at + channel]! * scale)
    const opaque = each === 2 ? level(1) : each === 4 ? level(3) : 255
    if (opaque < 128) return 0xffffff
    return each < 3 ? level(0) * 0x010101 : (level(0) << 16) | (level(1) << 8) | level(2)
  })
}

/** A PNG, or the frames of an animated one. */
export const pngFilm = (bytes: Uint8Array): Seen<Film> =>
  decoded("PNG", () => {
    const png = decodeApng(bytes)
    return {
      width: png.width,
      height: png.height,
      frames: png.frames.length,
      play: (visit) => {
        for (const [t, { data }] of png.frames.entries()) visit(packed(png, data), t)
      }
    }
  })
