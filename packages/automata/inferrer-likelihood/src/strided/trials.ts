import { frameOf, makePacked, type Observation, type Packed, packInto, unobserved } from "@rulescope/lattice"

/** One transition over several generations, packed for comparison. */
export interface Trial {
  readonly before: Packed
  readonly after: Packed
  /** Cells whose outcome is recorded and whose light cone was observed. */
  readonly judged: Packed
  /** A torus, or a window whose surroundings are taken for dead: what they can reach is not judged unless dead they are. */
  readonly boundary: "torus" | "dead"
  /** Number of judged cells. */
  readonly cells: number
}

/** Number of set bits of a 32-bit word. */
export const bits = (word: number): number => {
  let v = word - ((word >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Whether every cell within `reach` of (x, y) is known: inside the window, or dead, and recorded. */
const known = (
  frame: Uint8Array,
  { boundary, recording: { height, width } }: Observation,
  x: number,
  y: number,
  reach: number
): boolean => {
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const [nx, ny] = [x + dx, y + dy]
      const inside = nx >= 0 && nx < width && ny >= 0 && ny < height
      if (!inside && boundary === "unknown") return false
      if (!inside && boundary === "dead") continue
      if (frame[((ny + height) % height) * width + ((nx + width) % width)] === unobserved) return false
    }
  }
  return true
}

/**
 * Transition t as a trial over `stride` generations. Windows larger than `side` cells are cut to that around their
 * middle, 0 < side; frames must be wider and higher than the light cone for a torus to be known.
 */
export const makeTrial = (observation: Observation, t: number, stride: number, side: number): Trial => {
  const { boundary, recording } = observation
  const { height, width } = recording
  const [source, outcome] = [frameOf(recording, t), frameOf(recording, t + 1)]
  const [w, h] = [Math.min(width, side), Math.min(height, side)]
  const [x0, y0] = [(width - w) >> 1, (height - h) >> 1]
  const cut = w < width || h < height
  const packed = { before: makePacked(w, h), after: makePacked(w, h), judged: makePacked(w, h) }
  const bytes = { before: new Uint8Array(w * h), after: new Uint8Array(w * h), judged: new Uint8Array(w * h) }
  const holes = source.includes(unobserved)
  let cells = 0
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const at = (y + y0) * width + x + x0
      const margin = Math.min(x, y, w - 1 - x, h - 1 - y)
      const deep = margin >= stride
      const seen =
        outcome[at] !== unobserved &&
        (deep || (!cut && boundary !== "unknown")) &&
        (!holes || known(source, observation, x + x0, y + y0, stride))
      bytes.before[y * w + x] = source[at] === 1 ? 1 : 0
      bytes.after[y * w + x] = outcome[at] === 1 ? 1 : 0
      bytes.judged[y * w + x] = seen ? 1 : 0
      cells += seen ? 1 : 0
    }
  }
  packInto(packed.before, bytes.before, 1)
  packInto(packed.after, bytes.after, 1)
  packInto(packed.judged, bytes.judged, 1)
  return { ...packed, boundary: boundary === "torus" && !cut ? "torus" : "dead", cells }
}
