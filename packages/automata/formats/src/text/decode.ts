import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"

/** Text of a file in UTF-8 or, by its mark, UTF-16; line ends become "\n". */
export const decodeText = (bytes: Uint8Array): string => {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8"
  const text = new TextDecoder(encoding).decode(bytes)
  return text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text
}

/** More characters do not fit into one text. */
const mostBytes = 2 ** 29 - 64

/** Text of a file that is to be read as text throughout. */
export const decodedText = (bytes: Uint8Array): Read<string> => {
  if (bytes.length > mostBytes) {
    return unreadable("the file has more than 512 MiB of text", "save the frames as npz, which is far smaller")
  }
  const text = decodeText(bytes)
  return text.includes("\0")
    ? unreadable("the file holds bytes that are no text", "save it again, as text in UTF-8")
    : Result.succeed(text)
}
