import type { HiddenWorld } from "@rulescope/noise"

/** At most `most` of `all`, evenly chosen. */
export const spreadOut = (all: ReadonlyArray<number>, most: number): ReadonlyArray<number> =>
  all.length <= most ? all : Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)]!)

/** Hidden cells whose state has to do with what happens at `sites`: two cells around, one frame before to two after. */
export const around = ({ frames, lattice }: HiddenWorld, sites: ReadonlyArray<number>): Int32Array => {
  const { hidden, reach, reachStart, size } = lattice
  const mark = new Uint8Array(frames * size)
  for (const at of sites) {
    const cell = at % size
    const t = (at - cell) / size
    for (let u = Math.max(0, t - 1); u <= Math.min(frames - 1, t + 2); u++) {
      for (let j = reachStart[cell]!; j < reachStart[cell + 1]!; j++) mark[u * size + reach[j]!] = 1
    }
  }
  const near: Array<number> = []
  for (let t = 0; t < frames; t++) {
    for (let k = 0; k < hidden.length; k++) if (mark[t * size + hidden[k]!] === 1) near.push(t * size + hidden[k]!)
  }
  return Int32Array.from(near)
}
