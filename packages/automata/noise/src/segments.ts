import { frameOf, type Observation } from "@rulescope/lattice"

/** Consecutive frames of one recording. */
export interface Segment {
  readonly width: number
  readonly height: number
  readonly frames: number
  readonly boundary: Observation["boundary"]
  /** Recorded states, shape frames × height × width, a copy. */
  readonly cells: Uint8Array
}

/** Runs of consecutive transitions: `[first frame, last frame]`. */
const runs = (transitions: ReadonlyArray<number>): ReadonlyArray<readonly [number, number]> => {
  const found: Array<[number, number]> = []
  for (const t of [...transitions].sort((a, b) => a - b)) {
    const last = found[found.length - 1]
    if (last !== undefined && t <= last[1]) last[1] = t + 1
    else found.push([t, t + 1])
  }
  return found
}

/** Frames that a recording gets at least before the next one gets any. */
const fewest = 8

/**
 * The observed parts of recordings as runs of frames, about `limit` cells together. Early frames come first,
 * because a world has most to say before it settles; recordings beyond the limit are left out, and frames
 * larger than the limit are cut to a window from their corner, with unknown surroundings.
 */
export const cutSegments = (observations: ReadonlyArray<Observation>, limit: number): ReadonlyArray<Segment> => {
  const parts = observations.flatMap(({ boundary, recording, transitions }) =>
    runs(transitions).map(([first, last]) => ({ boundary, recording, first, last }))
  )
  const segments: Array<Segment> = []
  let left = limit
  for (const [index, { boundary, first, last, recording }] of parts.entries()) {
    const { height, width } = recording
    const area = width * height
    const quota = Math.max(Math.floor(left / (parts.length - index)), Math.min(left, fewest * area))
    if (quota < 2 * Math.min(area, 64)) break
    const side = Math.floor(Math.sqrt(quota / fewest))
    const whole = 2 * area <= quota
    const w = whole ? width : Math.min(width, height === 1 ? Math.floor(quota / fewest) : side)
    const h = whole ? height : Math.min(height, side)
    const frames = Math.min(last - first + 1, Math.max(2, Math.floor(quota / (w * h))))
    const cells = new Uint8Array(frames * h * w)
    for (let t = 0; t < frames; t++) {
      const frame = frameOf(recording, first + t)
      for (let y = 0; y < h; y++) cells.set(frame.subarray(y * width, y * width + w), (t * h + y) * w)
    }
    segments.push({ width: w, height: h, frames, boundary: w === width && h === height ? boundary : "unknown", cells })
    left -= frames * h * w
  }
  return segments
}
