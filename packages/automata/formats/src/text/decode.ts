/** Text of a file in UTF-8 or, by its mark, UTF-16; line ends become "\n". */
export const decodeText = (bytes: Uint8Array): string => {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8"
  const text = new TextDecoder(encoding).decode(bytes)
  return text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text
}
