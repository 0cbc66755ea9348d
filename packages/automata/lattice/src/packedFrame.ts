import { bitCount, holdsUnobserved, makePacked, type Packed, packInto, tailMask } from "./packed.ts"
import { frameOf, type Recording, unobserved } from "./recording.ts"

/** One two-state frame, bit-packed. */
export interface PackedFrame {
  /** A bit is set where a cell is observed and live. */
  readonly live: Packed
  /** A bit is set where a cell is not observed; null when all are. */
  readonly hidden: Packed | null
}

/** Packs cells of shape height × width: 0, 1 or 255 = unobserved. */
export const packFrame = (cells: Uint8Array, width: number, height: number): PackedFrame => {
  const live = makePacked(width, height)
  packInto(live, cells, 1)
  if (!holdsUnobserved(cells)) return { live, hidden: null }
  const hidden = makePacked(width, height)
  packInto(hidden, cells, unobserved)
  return { live, hidden }
}

const kept = new WeakMap<Recording, Array<PackedFrame | undefined>>()

/**
 * Frame t (0 to frames - 1) of a two-state recording, packed when it is first asked for and kept as long as the
 * recording, at an eighth of its size: everything that counts or compares it goes over the same words.
 */
export const packedFrame = (recording: Recording, t: number): PackedFrame => {
  let frames = kept.get(recording)
  if (frames === undefined) kept.set(recording, (frames = []))
  return (frames[t] ??= packFrame(frameOf(recording, t), recording.width, recording.height))
}

/** Cells that two frames both know, and how many of these differ. */
export interface Differences {
  readonly compared: number
  readonly different: number
}

/** Compares two frames of one shape where both are observed. */
export const differences = (a: PackedFrame, b: PackedFrame): Differences => {
  const { height, width, words, wordsPerRow } = a.live
  const other = b.live.words
  let different = 0
  if (a.hidden === null && b.hidden === null) {
    for (let i = 0; i < words.length; i++) {
      const word = words[i]! ^ other[i]!
      if (word !== 0) different += bitCount(word)
    }
    return { compared: width * height, different }
  }
  const tail = tailMask(width)
  const [hiddenA, hiddenB] = [a.hidden?.words, b.hidden?.words]
  let compared = 0
  for (let i = 0; i < words.length; i++) {
    const inside = (i + 1) % wordsPerRow === 0 ? tail : -1
    const known = inside & ~((hiddenA?.[i] ?? 0) | (hiddenB?.[i] ?? 0))
    compared += bitCount(known)
    different += bitCount((words[i]! ^ other[i]!) & known)
  }
  return { compared, different }
}
