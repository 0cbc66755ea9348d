// GIFs of random rules, drawn in the ways that people draw them: whether the cells are found again.
//
//   npm run -s tool -- node scripts/evaluate/pictures.ts [--first N] [--count N] [--keep FOLDER]
//
// Each has a rule drawn anew (life-like, hexagonal, von Neumann, Generations, Larger than Life), a pitch of 1 to 12
// pixels, whole or not, and by chance grid lines, a palette, axes and margins as matplotlib draws them, smoothing, and
// frames that are doubled or left out. The rules are run by a loop of this script. Right: every cell of every frame in
// its place, the colours told apart (which colour is which state is reported beside), every doubled frame left out
// and no stretch that runs over a missing one.
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "../../packages/core/node_modules/effect/dist/index.js"
import { parseRecordings } from "../../packages/automata/formats/src/index.ts"
import { writeGif } from "../../packages/automata/pictures/src/index.ts"
import { makeRandom } from "../../packages/random/src/index.ts"

type Random = ReturnType<typeof makeRandom>

const option = (name: string, initial: number): number => {
  const at = process.argv.indexOf(name)
  return at < 0 ? initial : Number(process.argv[at + 1])
}
const keepAt = process.argv.indexOf("--keep")
const keep = keepAt < 0 ? null : process.argv[keepAt + 1]!

interface World {
  readonly width: number
  readonly height: number
  readonly states: number
  readonly frames: ReadonlyArray<Uint8Array>
  readonly rule: string
}

const square = (radius: number): Array<readonly [number, number]> => {
  const cells: Array<readonly [number, number]> = []
  for (let dy = -radius; dy <= radius; dy++)
    for (let dx = -radius; dx <= radius; dx++) if (dx !== 0 || dy !== 0) cells.push([dx, dy])
  return cells
}

const neighbourhoods = {
  "life-like": square(1),
  hexagonal: square(1).filter(([dx, dy]) => !(dx === 1 && dy === -1) && !(dx === -1 && dy === 1)),
  "von-neumann": square(1).filter(([dx, dy]) => dx === 0 || dy === 0),
  generations: square(1),
  "larger-than-life": square(3)
}

const active = (a: Uint8Array, b: Uint8Array): number =>
  a.reduce((sum, cell, i) => sum + (cell === b[i] ? 0 : 1), 0) / a.length

/** A world of a random rule that stays alive. */
const worldOf = (family: keyof typeof neighbourhoods, random: Random): World => {
  const cells = neighbourhoods[family]
  const states = family === "generations" ? 3 + random.below(4) : 2
  for (;;) {
    const [width, height] = [24 + random.below(41), 24 + random.below(41)]
    const near = (n: number): boolean =>
      family === "larger-than-life" ? n > 8 && n < 20 && random.uniform() < 0.8 : n > 0 && random.uniform() < 0.4
    const [born, stays] = [0, 1].map(() => Array.from({ length: cells.length + 1 }, (_, n) => near(n))) as [
      Array<boolean>,
      Array<boolean>
    ]
    const frames = [Uint8Array.from({ length: width * height }, () => (random.uniform() < 0.4 ? 1 : 0))]
    const count = 16 + random.below(20)
    while (frames.length < count) {
      const now = frames.at(-1)!
      frames.push(
        now.map((state, i) => {
          if (state > 1) return (state + 1) % states
          const [x, y] = [i % width, Math.floor(i / width)]
          const live = cells.filter(
            ([dx, dy]) => now[((y + dy + height) % height) * width + ((x + dx + width) % width)] === 1
          ).length
          return state === 0 ? (born[live] ? 1 : 0) : stays[live] ? 1 : states === 2 ? 0 : 2
        })
      )
    }
    const used = new Set(frames.at(-1))
    if (used.size === states && frames.slice(1).every((frame, t) => active(frame, frames[t]!) > 0.03)) {
      const list = (set: ReadonlyArray<boolean>): string => set.flatMap((yes, n) => (yes ? [n] : [])).join(".")
      return { width, height, states, frames, rule: `${family} B${list(born)}/S${list(stays)}/C${states}` }
    }
  }
}

const viridis = [0x440154, 0x414487, 0x2a788e, 0x22a884, 0x7ad151, 0xfde725]
const bright = [0x000000, 0xffffff, 0xff0000, 0x00a0ff, 0xffcc00, 0x00c040]

const paletteOf = (states: number, random: Random): ReadonlyArray<number> => {
  const kind = random.below(4)
  if (kind === 0) return Array.from({ length: states }, (_, s) => 0x010101 * Math.round(255 - (255 * s) / (states - 1)))
  if (kind === 1) return Array.from({ length: states }, (_, s) => viridis[Math.round((5 * s) / (states - 1))]!)
  if (kind === 2) return [0x393b79, 0xfcfbfd, 0xe6550d, 0x31a354, 0x9c9ede, 0xd6616b].slice(0, states)
  return bright.slice(0, states)
}

interface Style {
  readonly pitch: number
  readonly line: number
  readonly smooth: boolean
  readonly plot: boolean
  readonly palette: ReadonlyArray<number>
}

/** Share of a pixel that each cell along a direction covers, as a list for every pixel. */
const shares = (cells: number, { pitch, smooth }: Style): ReadonlyArray<ReadonlyArray<readonly [number, number]>> =>
  Array.from({ length: Math.round(cells * pitch) }, (_, x) => {
    const middle = Math.min(cells - 1, Math.floor((x + 0.5) / pitch))
    if (!smooth) return [[middle, 1] as const]
    const found: Array<readonly [number, number]> = []
    for (let k = Math.max(0, middle - 1); k <= Math.min(cells - 1, middle + 1); k++) {
      const part = Math.min(x + 1, (k + 1) * pitch) - Math.max(x, k * pitch)
      if (part > 1e-9) found.push([k, part])
    }
    return found
  })

const draw = (world: World, style: Style) => {
  const { height, width } = world
  const [xs, ys] = [shares(width, style), shares(height, style)]
  const margin = style.plot ? { left: 37, top: 23, right: 19, bottom: 29 } : { left: 0, top: 0, right: 0, bottom: 0 }
  const [w, h] = [
    xs.length + margin.left + margin.right + style.line,
    ys.length + margin.top + margin.bottom + style.line
  ]
  const palette: Array<number> = []
  const index = new Map<number, number>()
  const coarse = style.smooth && world.states > 2 ? 0xf0f0f0 : 0xffffff
  const codeOf = (exact: number): number => {
    const colour = coarse === 0xffffff || style.palette.includes(exact) ? exact : exact & coarse
    const known = index.get(colour)
    if (known !== undefined) return known
    if (palette.length === 256) {
      // As an encoder does when the palette is full: the nearest there is.
      const distance = (other: number): number =>
        Math.abs((other >> 16) - (colour >> 16)) +
        Math.abs(((other >> 8) & 255) - ((colour >> 8) & 255)) +
        Math.abs((other & 255) - (colour & 255))
      return palette.reduce((best, other, i) => (distance(other) < distance(palette[best]!) ? i : best), 0)
    }
    index.set(colour, palette.length)
    palette.push(colour)
    return palette.length - 1
  }
  const isLine = (at: number): boolean => style.line > 0 && Math.floor(at % style.pitch) < style.line
  const frames = world.frames.map((cells, t) => {
    const pixels = new Uint8Array(w * h).fill(codeOf(style.plot ? 0xffffff : 0x808080))
    for (let y = 0; y < h; y++) {
      for (let x = 0; x < w; x++) {
        const [px, py] = [x - margin.left, y - margin.top]
        const frame =
          style.plot &&
          (px === -1 || py === -1 || px === xs.length || py === ys.length) &&
          px >= -1 &&
          py >= -1 &&
          px <= xs.length &&
          py <= ys.length
        const tick =
          style.plot &&
          ((py > ys.length && py < ys.length + 4 && px >= 0 && px < xs.length && px % 40 === 7) ||
            (px < -1 && px > -6 && py >= 0 && py < ys.length && py % 40 === 11))
        // A title that counts: some strokes that change from frame to frame.
        const title =
          style.plot &&
          y > 6 &&
          y < 14 &&
          x > w / 2 - 20 &&
          x < w / 2 + 20 &&
          (x * 7 + y * 3 + t * (x > w / 2 ? 5 : 0)) % 4 === 0
        if (frame || tick || title) pixels[y * w + x] = codeOf(0x000000)
        else if (px >= 0 && py >= 0 && px < xs.length && py < ys.length) {
          if (isLine(px) || isLine(py)) {
            pixels[y * w + x] = codeOf(0x808080)
            continue
          }
          let [r, g, b] = [0, 0, 0]
          for (const [ky, sy] of ys[py]!) {
            for (const [kx, sx] of xs[px]!) {
              const colour = style.palette[cells[ky * width + kx]!]!
              r += sx * sy * (colour >> 16)
              g += sx * sy * ((colour >> 8) & 255)
              b += sx * sy * (colour & 255)
            }
          }
          pixels[y * w + x] = codeOf((Math.round(r) << 16) | (Math.round(g) << 8) | Math.round(b))
        } else if (!style.plot) pixels[y * w + x] = codeOf(0x808080)
      }
    }
    return pixels
  })
  return { width: w, height: h, palette, frames }
}

const families = Object.keys(neighbourhoods) as ReadonlyArray<keyof typeof neighbourhoods>

/** Cells as they would be if states were renamed in the order that they occur in. */
const renamed = (cells: Uint8Array): { readonly cells: Uint8Array; readonly same: boolean } => {
  const names = new Map<number, number>()
  const found = cells.map((cell) => {
    if (!names.has(cell)) names.set(cell, names.size)
    return names.get(cell)!
  })
  return { cells: found, same: true }
}

let [right, named] = [0, 0]
const [first, count] = [option("--first", 0), option("--count", 40)]
for (let n = first; n < first + count; n++) {
  const random = makeRandom(`pictures/${n}`)
  const world = worldOf(families[n % families.length]!, random)
  const whole = random.uniform() < 0.5
  const pitch = whole ? 1 + random.below(12) : Math.round(100 * (1.2 + 10.8 * random.uniform())) / 100
  const style: Style = {
    pitch,
    line: whole && pitch >= 4 && random.uniform() < 0.4 ? 1 : 0,
    smooth: !whole && pitch > 2 && random.uniform() < 0.6,
    plot: random.uniform() < 0.4,
    palette: paletteOf(world.states, random)
  }
  // Which generations are shown: some twice, some not at all.
  const shown: Array<number> = []
  const [twice, never] = [random.uniform() < 0.4 ? 0.15 : 0, random.uniform() < 0.3 ? 0.08 : 0]
  for (let t = 0; t < world.frames.length; t++) {
    if (t > 0 && random.uniform() < never) continue
    shown.push(t)
    if (random.uniform() < twice) shown.push(t)
  }
  const drawn = draw({ ...world, frames: shown.map((t) => world.frames[t]!) }, style)
  const bytes = writeGif(drawn)
  if (keep !== null) {
    mkdirSync(keep, { recursive: true })
    writeFileSync(join(keep, `${n}.gif`), bytes)
  }
  const about = `${n} ${world.rule}, ${world.width} × ${world.height} at ${pitch}${style.line > 0 ? " lines" : ""}${style.smooth ? " smooth" : ""}${style.plot ? " plot" : ""}${twice > 0 ? " doubled" : ""}${never > 0 ? " skipped" : ""}`
  const read = await Effect.runPromise(
    Effect.match(parseRecordings([{ name: `${n}.gif`, bytes }], `${n}.gif`), {
      onSuccess: (recordings) => ({ recordings, error: null }),
      onFailure: (error) => ({ recordings: [], error: error.message })
    })
  )
  const kept = shown.filter((t, i) => t !== shown[i - 1])
  const stretches: Array<Array<number>> = []
  for (const t of kept) {
    if (stretches.at(-1)?.at(-1) === t - 1) stretches.at(-1)!.push(t)
    else stretches.push([t])
  }
  const wanted = stretches.filter(({ length }) => length > 1)
  const { recordings } = read
  const join_ = (parts: ReadonlyArray<Uint8Array>): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
  const truth = join_(wanted.flatMap((stretch) => stretch.map((t) => world.frames[t]!)))
  const cells = join_(recordings.map((recording) => recording.cells))
  const [a, b] = [renamed(truth).cells, renamed(cells).cells]
  const wrong = a.length === b.length ? a.reduce((sum, cell, i) => sum + (cell === b[i] ? 0 : 1), 0) : Number.NaN
  const sized = recordings[0]?.width === world.width && recordings[0]?.height === world.height
  const isRight = wrong === 0 && sized && recordings.length === wanted.length
  const isNamed = isRight && cells.every((cell, i) => cell === truth[i])
  if (isRight) right++
  if (isNamed) named++
  if (!isRight) {
    const seen =
      read.error ??
      `${recordings.map(({ frames }) => frames).join("+")} of ${wanted.map(({ length }) => length).join("+")} frames, ${wrong} cells wrong; ${recordings[0]?.reading?.remarks.join("; ")}`
    console.log(`${about}: ${seen}`)
  }
}
console.log(`${right} of ${count} right, ${named} of them with every state named as it was drawn`)
