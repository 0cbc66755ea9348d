import type { ClassTable } from "@rulescope/lattice"

/**
 * Noise floor of every case, `floor[state * states + next]`, 0 to 1: among the cells of classes with that state
 * at their centre whose most frequent outcome is another, the share that went to `next` all the same.
 */
export const noiseFloors = ({ counts, family: { classes, states } }: ClassTable): Float64Array => {
  const against = new Float64Array(states * states)
  const cells = new Float64Array(states * states)
  for (const [index, { centre }] of classes.entries()) {
    const row = counts.subarray(index * states, (index + 1) * states)
    const total = row.reduce((sum, count) => sum + count, 0)
    const most = row.indexOf(Math.max(...row))
    for (let next = 0; next < states; next++) {
      if (next === most) continue
      against[centre * states + next]! += row[next]!
      cells[centre * states + next]! += total
    }
  }
  return against.map((count, at) => (cells[at] === 0 ? 0 : count / cells[at]!))
}

/** Share that noise at `floor` exceeds in `cells` trials only `strictness` standard deviations above its mean. */
export const shareAbove = (floor: number, cells: number, strictness: number): number =>
  floor + strictness * Math.sqrt((floor * (1 - floor)) / cells)
