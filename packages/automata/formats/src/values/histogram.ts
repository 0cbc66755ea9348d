/** Words after which the 32-bit counts are emptied. */
const block = 2 ** 28

/**
 * How often each byte occurs, 256 counts. Four bytes are read at once, each counted in a table of its own so that equal
 * neighbours do not wait for one another; four zeros, the background of most recordings, are one.
 */
export const histogram = (bytes: Uint8Array): Float64Array => {
  const counts = new Float64Array(256)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const words = bytes.length >> 2
  for (let from = 0; from < words; from += block) {
    const end = 4 * Math.min(words, from + block)
    const tables = new Uint32Array(1024)
    let zeros = 0
    for (let at = 4 * from; at < end; at += 4) {
      const word = view.getInt32(at, true)
      if (word === 0) {
        zeros++
        continue
      }
      tables[word & 255]!++
      tables[256 + ((word >>> 8) & 255)]!++
      tables[512 + ((word >>> 16) & 255)]!++
      tables[768 + (word >>> 24)]!++
    }
    counts[0]! += 4 * zeros
    for (let i = 0; i < 1024; i++) counts[i & 255]! += tables[i]!
  }
  for (let at = 4 * words; at < bytes.length; at++) counts[bytes[at]!]!++
  return counts
}
