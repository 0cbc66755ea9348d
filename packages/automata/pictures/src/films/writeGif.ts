import { GifWriter } from "omggif"

/** Pictures to be written, each an index of a colour for every pixel. */
export interface Drawn {
  readonly width: number
  readonly height: number
  /** Up to 256 colours, 0xrrggbb. */
  readonly palette: ReadonlyArray<number>
  /** Each of shape height × width. */
  readonly frames: ReadonlyArray<Uint8Array>
}

/** A GIF that repeats for ever, `delay` hundredths of a second a frame. */
export const writeGif = ({ frames, height, palette, width }: Drawn, delay = 10): Uint8Array => {
  const size = 2 ** Math.max(1, Math.ceil(Math.log2(palette.length)))
  const full = Array.from({ length: size }, (_, i) => palette[i] ?? 0)
  // An uncompressible picture takes 12 bits a pixel, and 1 byte in 255 for its blocks.
  const bytes = new Uint8Array(2048 + frames.length * (64 + Math.ceil(1.6 * width * height)))
  const writer = new GifWriter(bytes, width, height, { loop: 0, palette: full })
  for (const frame of frames) writer.addFrame(0, 0, width, height, frame, { delay })
  return bytes.slice(0, writer.end())
}
