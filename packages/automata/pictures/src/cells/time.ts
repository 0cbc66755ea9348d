/** Frames of one size, `cells[(t * height + y) * width + x]` a state. */
export interface Frames {
  readonly width: number
  readonly height: number
  readonly frames: number
  readonly cells: Uint8Array
}

/** Which frames count, and where the generations are consecutive. */
export interface Timeline {
  /** Stretches of frames of which each shows the generation after the one before, as frame numbers. */
  readonly stretches: ReadonlyArray<ReadonlyArray<number>>
  /** Frames that show the same as the one before, though the evolution goes on. */
  readonly doubled: ReadonlyArray<number>
  /** Frames after which a generation is missing, or torn. */
  readonly broken: ReadonlyArray<number>
}

/** Frames that are not the same as the one before; those of a world at rest at the end are kept. */
const withoutDoubled = ({
  cells,
  frames,
  height,
  width
}: Frames): readonly [ReadonlyArray<number>, ReadonlyArray<number>] => {
  const size = width * height
  const same = (t: number): boolean => {
    for (let i = 0; i < size; i++) if (cells[t * size + i] !== cells[(t - 1) * size + i]) return false
    return true
  }
  let last = frames - 1
  while (last > 0 && same(last)) last--
  const kept: Array<number> = [0]
  const doubled: Array<number> = []
  for (let t = 1; t < frames; t++) (t <= last && same(t) ? doubled : kept).push(t)
  return [kept, doubled]
}

/** How many cells are in state 1 in the square around each, edges wrapped around. */
const squareSums = (frame: Uint8Array, width: number, height: number, radius: number): Uint16Array => {
  const across = new Uint16Array(frame.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let dx = -radius; dx <= radius; dx++) if (frame[y * width + ((x + dx + radius * width) % width)] === 1) sum++
      across[y * width + x] = sum
    }
  }
  const sums = new Uint16Array(frame.length)
  for (let y = 0; y < height; y++) {
    for (let dy = -radius; dy <= radius; dy++) {
      const from = ((y + dy + radius * height) % height) * width
      for (let x = 0; x < width; x++) sums[y * width + x]! += across[from + x]!
    }
  }
  return sums
}

/** What a cell sees, as a number: two cells that see the same number are expected to become the same. */
type Sight = (frame: Uint8Array, width: number, height: number) => Float64Array

/** All nine cells. */
const nine: Sight = (frame, width, height) =>
  Float64Array.from(frame, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    let seen = 0
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        seen = 32 * seen + frame[((y + dy + height) % height) * width + ((x + dx + width) % width)]!
      }
    }
    return seen
  })

/** The cell, and how many cells around it are in state 1. */
const counted =
  (radius: number): Sight =>
  (frame, width, height) =>
    Float64Array.from(squareSums(frame, width, height, radius), (sum, at) => 1024 * frame[at]! + sum)

const sights: ReadonlyArray<Sight> = [nine, counted(1), counted(2), counted(3), counted(4), counted(5), counted(7)]

/** What cells see in each frame, and what becomes of them. */
interface Seen {
  readonly keys: ReadonlyArray<Float64Array>
  readonly frames: ReadonlyArray<Uint8Array>
}

/**
 * Share of the cells in each pair of frames that do not become what most cells of the same sight become in the pairs
 * that are `trusted`; what none of these shows is left aside.
 */
const surprises = ({ frames, keys }: Seen, trusted: (pair: number) => boolean): ReadonlyArray<number> => {
  const outcomes = new Map<number, Map<number, number>>()
  for (let t = 0; t + 1 < frames.length; t++) {
    if (!trusted(t)) continue
    for (const [at, key] of keys[t]!.entries()) {
      const next = frames[t + 1]![at]!
      const counts = outcomes.get(key) ?? new Map<number, number>()
      counts.set(next, (counts.get(next) ?? 0) + 1)
      outcomes.set(key, counts)
    }
  }
  const usual = new Map(
    Array.from(outcomes, ([key, counts]) => [
      key,
      [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
    ])
  )
  return frames.slice(0, -1).map((_, t) => {
    let [wrong, known] = [0, 0]
    for (const [at, key] of keys[t]!.entries()) {
      const expected = usual.get(key)
      if (expected === undefined) continue
      known++
      if (expected !== frames[t + 1]![at]) wrong++
    }
    return known === 0 ? 1 : wrong / known
  })
}

const quantile = (values: ReadonlyArray<number>, share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0

/** Share of the pairs that are trusted to be one generation apart: those with the fewest surprises. */
const trust = 0.4

/** Surprises of each pair by what the trusted half tells, which is chosen by itself in a few rounds. */
const settled = (
  frames: ReadonlyArray<Uint8Array>,
  width: number,
  height: number,
  sight: Sight
): ReadonlyArray<number> => {
  const seen = { frames, keys: frames.map((frame) => sight(frame, width, height)) }
  let rates = surprises(seen, () => true)
  for (let round = 0; round < 3; round++) {
    const limit = quantile(rates, trust)
    const before = rates
    rates = surprises(seen, (pair) => before[pair]! <= limit)
  }
  return rates
}

/** Frames that are looked at for what usually follows. */
const mostLookedAt = 300_000

/**
 * Finds frames that show the same generation twice, and places where generations are missing.
 *
 * What usually follows on what a cell sees is counted over all pairs of frames, once for all nine cells and once
 * each for counts in squares of radius 1 to 7; the sight that predicts best is taken. A pair in which many more
 * cells than usual go another way is no single generation.
 */
export const timelineOf = (film: Frames): Timeline => {
  const { cells, height, width } = film
  const size = width * height
  const [kept, doubled] = withoutDoubled(film)
  const whole = { stretches: [kept], doubled, broken: [] }
  if (kept.length < 4) return whole
  // Rows of large worlds are left out, whole frames never: every pair must be judged.
  const rows = Math.max(Math.min(height, 16), Math.min(height, Math.floor(mostLookedAt / (kept.length * width))))
  const looked = kept.map((t) => cells.subarray(t * size, t * size + rows * width))
  const judged = sights.map((sight) => settled(looked, width, rows, sight))
  const rates = judged.reduce((best, other) => (quantile(other, trust) < quantile(best, trust) - 0.002 ? other : best))
  const usual = quantile(rates, trust / 2)
  const spread = quantile(
    rates.map((rate) => Math.abs(rate - usual)),
    trust
  )
  const limit = Math.max(usual + 8 * spread + Math.max(0.002, 3 / looked[0]!.length), 2 * usual)
  const broken = rates.flatMap((rate, i) => (rate > limit && usual < 0.2 ? [i] : []))
  if (broken.length === 0 || broken.length > 0.75 * kept.length) return whole
  const stretches: Array<Array<number>> = [[]]
  for (const [i, t] of kept.entries()) {
    stretches.at(-1)!.push(t)
    if (broken.includes(i)) stretches.push([])
  }
  return { stretches, doubled, broken: broken.map((i) => kept[i]!) }
}
