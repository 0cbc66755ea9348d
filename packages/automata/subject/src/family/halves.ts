import { type Census, frameOf, type Neighbourhood, type Observation, takeCensus } from "@rulescope/lattice"

/** Tiles a side into which frames are cut. */
const side = 4

const windowOf = (
  { recording, transitions }: Observation,
  x0: number,
  y0: number,
  width: number,
  height: number
): Observation => {
  const used = [...new Set(transitions.flatMap((t) => [t, t + 1]))].sort((a, b) => a - b)
  const place = new Map(used.map((t, i) => [t, i]))
  const cells = new Uint8Array(used.length * width * height)
  for (const [i, t] of used.entries()) {
    const frame = frameOf(recording, t)
    for (let y = 0; y < height; y++) {
      const row = (y0 + y) * recording.width + x0
      cells.set(frame.subarray(row, row + width), (i * height + y) * width)
    }
  }
  return {
    boundary: "unknown",
    recording: { ...recording, width, height, frames: used.length, cells },
    transitions: transitions.map((t) => place.get(t)!)
  }
}

/** Part of the data: a census for every tile, and their sum. */
export interface Half {
  readonly tiles: ReadonlyArray<Census>
  readonly sum: Census
}

const halfOf = (tiles: ReadonlyArray<Census>): Half => ({
  tiles,
  sum: {
    ...tiles[0]!,
    counts: tiles[0]!.counts.map((_, at) => tiles.reduce((sum, { counts }) => sum + counts[at]!, 0))
  }
})

/**
 * The black and the white tiles of a chessboard of 4 × 4 tiles (of 4 tiles in one dimension): two halves that share
 * hardly a hidden cell. What a world repeats in place, it repeats within a tile. Tiles at the edges lose the cells
 * whose neighbourhood leaves the frame.
 */
export const halves = (
  neighbourhood: Neighbourhood,
  states: number,
  observations: ReadonlyArray<Observation>
): readonly [Half, Half] => {
  const { dimension, radius } = neighbourhood
  const parts: [Array<Census>, Array<Census>] = [[], []]
  const rows = dimension === 1 ? 1 : side
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < side; i++) {
      const windows = observations.map((observation) => {
        const { height, width } = observation.recording
        const [left, right] = [i, i + 1].map((k) => Math.floor((k * width) / side)) as [number, number]
        const [top, bottom] = [j, j + 1].map((k) => Math.floor((k * height) / rows)) as [number, number]
        const x0 = Math.max(0, left - radius)
        const y0 = dimension === 1 ? 0 : Math.max(0, top - radius)
        const w = Math.min(width, right + radius) - x0
        const h = dimension === 1 ? 1 : Math.min(height, bottom + radius) - y0
        return windowOf(observation, x0, y0, w, h)
      })
      parts[(i + j) & 1]!.push(takeCensus(neighbourhood, states, windows))
    }
  }
  return [halfOf(parts[0]), halfOf(parts[1])]
}
