/** A block of codes of which the next ones are asked about: planes of rows. */
export interface Planes {
  readonly frames: number
  readonly height: number
  readonly width: number
  /** Where code (t, y, x) stands: `t * steps[0] + y * steps[1] + x * steps[2]`. */
  readonly steps: readonly [number, number, number]
  readonly codes: Uint8Array
}

/** Cells looked at, about; of more every nth row. */
const enough = 200_000

/**
 * Predictions that fail when each of so many observations is told from all others of its context, ties as halves.
 *
 * `counts` holds two numbers a context: how often 0 and how often 1 followed.
 */
const failures = (counts: Float64Array): number => {
  let failed = 0
  for (let i = 0; i < counts.length; i += 2) {
    const more = Math.max(counts[i]!, counts[i + 1]!)
    const fewer = Math.min(counts[i]!, counts[i + 1]!)
    failed += more === fewer ? more + fewer : more === fewer + 1 ? fewer + more / 2 : fewer
  }
  return failed
}

/** The code that most cells hold; all others count as one. */
const background = (codes: Uint8Array): number => {
  const counts = new Float64Array(256)
  const step = Math.ceil(codes.length / enough)
  for (let i = 0; i < codes.length; i += step) counts[codes[i]!]!++
  return counts.indexOf(Math.max(...counts))
}

/**
 * How badly the block around a cell foretells its next state: failed predictions as a share of those that fail
 * when the cell alone is asked; about 0 for a clean local rule, about 1 where the axes are not what they are taken
 * for. Null when there are too few cells inside to say, or nothing happens. The block is 3 × 3 cells, or 5 in a line.
 *
 * A guess that chooses between readings of one array, not a measure of a rule: states are only told from the most
 * frequent one, and the window's edge is left out.
 */
export const unpredictable = ({ codes, frames, height, steps, width }: Planes): number | null => {
  const line = height === 1
  const [reach, rows] = line ? [2, 0] : [1, 1]
  const empty = background(codes)
  const contexts = new Float64Array(2 * (line ? 32 : 512))
  const alone = new Float64Array(4)
  const down = Math.max(0, height - 2 * rows)
  const inside = (frames - 1) * down * Math.max(0, width - 2 * reach)
  if (inside < 32) return null
  const [plane, row, column] = steps
  const skip = Math.ceil(inside / enough)
  for (let each = 0; each < (frames - 1) * down; each += skip) {
    const start = Math.floor(each / down) * plane + ((each % down) + rows) * row
    for (let x = reach; x < width - reach; x++) {
      const at = start + x * column
      let context = 0
      for (let dy = -rows; dy <= rows; dy++) {
        for (let dx = -reach; dx <= reach; dx++) {
          context = 2 * context + (codes[at + dy * row + dx * column] === empty ? 0 : 1)
        }
      }
      const next = codes[at + plane] === empty ? 0 : 1
      contexts[2 * context + next]!++
      alone[2 * (codes[at] === empty ? 0 : 1) + next]!++
    }
  }
  const base = failures(alone)
  return base === 0 ? null : failures(contexts) / base
}
