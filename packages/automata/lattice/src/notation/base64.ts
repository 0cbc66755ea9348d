const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

/** Value 0 to 63 of a base64 digit, or -1. */
export const base64Value = (char: string): number => alphabet.indexOf(char)

/** Bits (0 or 1), most significant first and padded with zeros, as base64 digits without `=`. */
export const bitsToBase64 = (bits: ArrayLike<number>): string => {
  let text = ""
  for (let start = 0; start < bits.length; start += 6) {
    let value = 0
    for (let i = 0; i < 6; i++) value = value * 2 + (bits[start + i] ?? 0)
    text += alphabet[value]
  }
  return text
}
