/** Places in the header of an SQLite file where it says that a write-ahead log goes with it: 1 no, 2 yes. */
const journalAt = [18, 19] as const

const logMagic = 0x377f0682

/** The checksum of a log: pairs of 32-bit words, each sum fed with the other. */
const checksum = (view: DataView, from: number, to: number, little: boolean, [a, b]: readonly [number, number]) => {
  let [s0, s1] = [a, b]
  for (let at = from; at < to; at += 8) {
    s0 = (s0 + view.getUint32(at, little) + s1) >>> 0
    s1 = (s1 + view.getUint32(at + 4, little) + s0) >>> 0
  }
  return [s0, s1] as const
}

/**
 * A database file with everything that its write-ahead log committed, as one file without a log: what an SQLite that
 * has no shared memory can open. The log is that of a study at work or killed; anything after its last whole commit
 * is left out, as SQLite does.
 *
 * Source: SQLite, Database File Format, section 4, The Write-Ahead Log (sqlite.org/fileformat2.html).
 */
export const withLog = (file: Uint8Array, log: Uint8Array | undefined): Uint8Array => {
  const pages = new Map<number, Uint8Array>()
  let length = file.length
  if (log !== undefined && log.length >= 32) {
    const view = new DataView(log.buffer, log.byteOffset, log.byteLength)
    const size = view.getUint32(8)
    const little = view.getUint32(0) === logMagic
    const salts = [view.getUint32(16), view.getUint32(20)]
    let pending = new Map<number, Uint8Array>()
    let sum = checksum(view, 0, 24, little, [0, 0])
    let at = (view.getUint32(0) & ~1) >>> 0 === logMagic && sum[0] === view.getUint32(24) ? 32 : log.length
    for (; at + 24 + size <= log.length; at += 24 + size) {
      if (view.getUint32(at + 8) !== salts[0] || view.getUint32(at + 12) !== salts[1]) break
      sum = checksum(view, at, at + 8, little, sum)
      sum = checksum(view, at + 24, at + 24 + size, little, sum)
      if (sum[0] !== view.getUint32(at + 16) || sum[1] !== view.getUint32(at + 20)) break
      pending.set(view.getUint32(at), log.subarray(at + 24, at + 24 + size))
      const committed = view.getUint32(at + 4)
      if (committed === 0) continue
      for (const [page, bytes] of pending) pages.set(page, bytes)
      pending = new Map()
      length = committed * size
    }
  }
  const whole = new Uint8Array(length)
  whole.set(file.subarray(0, length))
  for (const [page, bytes] of pages) {
    const start = (page - 1) * bytes.length
    if (start < length) whole.set(bytes, start)
  }
  for (const place of journalAt) if (whole[place] === 2) whole[place] = 1
  return whole
}
