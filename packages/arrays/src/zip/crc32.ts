/** `tables[256 * k + byte]`: the remainder that a byte leaves after k further zero bytes. */
const tables = new Int32Array(4 * 256)
for (let byte = 0; byte < 256; byte++) {
  let remainder = byte
  for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ ((remainder & 1) === 1 ? 0xedb88320 : 0)
  tables[byte] = remainder
}
for (let i = 256; i < tables.length; i++) {
  const shorter = tables[i - 256]!
  tables[i] = tables[shorter & 255]! ^ (shorter >>> 8)
}

/**
 * Check sum of zip and gzip (ISO 3309), an unsigned 32-bit integer.
 *
 * Source: M. Kounavis and F. Berry (2005), slicing, here four bytes at a time.
 */
export const crc32 = (bytes: Uint8Array): number => {
  let remainder = -1
  const sliced = bytes.length & ~3
  for (let i = 0; i < sliced; i += 4) {
    remainder ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)
    remainder =
      tables[768 + (remainder & 255)]! ^
      tables[512 + ((remainder >>> 8) & 255)]! ^
      tables[256 + ((remainder >>> 16) & 255)]! ^
      tables[remainder >>> 24]!
  }
  for (let i = sliced; i < bytes.length; i++) remainder = tables[(remainder ^ bytes[i]!) & 255]! ^ (remainder >>> 8)
  return ~remainder >>> 0
}
