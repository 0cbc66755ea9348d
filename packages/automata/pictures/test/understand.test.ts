import { makeRandom } from "@rulescope/random"
import { assert, it } from "@effect/vitest"
import { Result } from "effect"
import { gifFilm, jpegFilm, pngFilm, reel, understand, writeGif } from "../src/index.ts"
import { encode } from "fast-png"

const hold = () => Result.succeed(undefined)

/** Frames that change at random, which have an edge everywhere; shape 12 × 17 cells. */
const [width, height] = [17, 12]
const frames = Array.from({ length: 10 }, (_, t) => {
  const random = makeRandom(`frame ${t}`)
  return Uint8Array.from({ length: width * height }, () => (random.uniform() < 0.3 ? 1 : 0))
})

interface Style {
  readonly pitch: number
  readonly line?: number
  readonly margin?: number
}

/** Colours 0 and 1 for states, 2 for what is around and between cells. */
const drawn = (cells: Uint8Array, { line = 0, margin = 0, pitch }: Style) => {
  const [w, h] = [Math.round(width * pitch) + 2 * margin, Math.round(height * pitch) + 2 * margin]
  const pixels = new Uint8Array(w * h).fill(2)
  for (let y = margin; y < h - margin; y++) {
    for (let x = margin; x < w - margin; x++) {
      const [cx, cy] = [(x - margin + 0.5) / pitch, (y - margin + 0.5) / pitch]
      const [kx, ky] = [Math.min(width - 1, Math.floor(cx)), Math.min(height - 1, Math.floor(cy))]
      if ((cx - kx) * pitch < line || (cy - ky) * pitch < line) continue
      pixels[y * w + x] = cells[ky * width + kx]!
    }
  }
  return { width: w, height: h, pixels }
}

const palette = [0x202060, 0xffee00, 0x808080]

const gif = (shown: ReadonlyArray<Uint8Array>, style: Style): Uint8Array => {
  const all = shown.map((cells) => drawn(cells, style))
  return writeGif({ ...all[0]!, palette, frames: all.map(({ pixels }) => pixels) })
}

const read = (bytes: Uint8Array, settings = {}) =>
  Result.getOrThrow(Result.flatMap(gifFilm(bytes), (film) => understand(film, { hold, ...settings })))

const expected = Uint8Array.from(frames.flatMap((cells) => [...cells]))

for (const style of [
  { pitch: 1 },
  { pitch: 2 },
  { pitch: 6 },
  { pitch: 2.5 },
  { pitch: 4.93 },
  { pitch: 7.4 },
  { pitch: 8, line: 1 },
  { pitch: 11, line: 3 },
  { pitch: 5, margin: 13 },
  { pitch: 3.7, margin: 8 }
]) {
  it(`finds the cells of ${JSON.stringify(style)}`, () => {
    const { cells, colours, height: rows, width: columns } = read(gif(frames, style))
    assert.deepStrictEqual([columns, rows], [width, height])
    assert.deepStrictEqual(cells, expected)
    assert.deepStrictEqual(colours, ["#202060", "#ffee00"])
  })
}

it("a size and an origin that are stated are taken as they are", () => {
  const { cells, grid } = read(gif(frames, { pitch: 6 }), { cell: [6, 6], origin: [12, 6] })
  assert.deepStrictEqual([grid.x.cells, grid.y.cells], [width - 2, height - 1])
  assert.deepStrictEqual(cells.slice(0, width - 2), frames[0]!.slice(width + 2, 2 * width))
})

it("a frame shown twice is named, unless nothing happens after it", () => {
  const { timeline } = read(gif([...frames.slice(0, 4), frames[3]!, ...frames.slice(4), frames[9]!], { pitch: 3 }))
  assert.deepStrictEqual(timeline.doubled, [4])
})

it("numbered PNG files are one film, and differ in size from no other", () => {
  const png = (cells: Uint8Array, pitch: number) => {
    const { height, pixels, width } = drawn(cells, { pitch })
    const data = Uint8Array.from(
      [...pixels].flatMap((code) => [palette[code]! >> 16, (palette[code]! >> 8) & 255, palette[code]! & 255])
    )
    return Result.getOrThrow(pngFilm(encode({ width, height, data, channels: 3, depth: 8 })))
  }
  const films = frames.map((cells, t) => ({ name: `${t}.png`, film: png(cells, 5) }))
  const understood = Result.getOrThrow(Result.flatMap(reel(films), (film) => understand(film, { hold })))
  assert.deepStrictEqual(understood.cells, expected)
  const mixed = reel([...films, { name: "other.png", film: png(frames[0]!, 4) }])
  assert.isTrue(Result.isFailure(mixed) && mixed.failure.reason.includes("other.png has 68 × 48"))
})

it("what is no picture of cells is refused with what was seen", () => {
  const still = Result.flatMap(gifFilm(gif([frames[0]!, frames[0]!], { pitch: 6 })), (film) =>
    understand(film, { hold })
  )
  assert.isTrue(
    Result.isFailure(still) && still.failure.reason.includes("2 frames of 102 × 72 pixels in which nothing changes")
  )
  for (const film of [gifFilm, pngFilm, jpegFilm]) assert.isTrue(Result.isFailure(film(new Uint8Array([1, 2, 3]))))
})
