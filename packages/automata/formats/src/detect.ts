import type { NamedBytes } from "@rulescope/core"
import { Result } from "effect"
import { isNpy } from "./numpy/header.ts"
import { decodeText } from "./text/decode.ts"
import { type Read, unreadable } from "./unreadable.ts"
import { gunzip, isGzip } from "./zip/unpack.ts"

/** A file with its format known and, where it is text, decoded. */
export type Recognised =
  | { readonly format: "npy" | "npz"; readonly bytes: Uint8Array }
  | { readonly format: "rle" | "cells" | "text"; readonly text: string }

const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ""

const withoutGz = (name: string): string => name.replace(/\.gz$/i, "")

const extensions: ReadonlySet<string> = new Set(["npy", "npz", "rle", "cells", "txt", "csv", "tsv", "dat"])

/** A file in a folder that is meant as a recording, by its extension; others, such as notes, are left aside. */
export const looksLikeRecording = ({ name }: NamedBytes): boolean => extensions.has(extensionOf(withoutGz(name)))

export const readable = "npy, npz, rle, cells, text grids (txt, csv) and these as .gz can be read"

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  Array.from(text).every((char, i) => bytes[i] === char.charCodeAt(0))

/** What a file is that cannot be read, or null. */
const knownOther = (bytes: Uint8Array, extension: string): string | null =>
  startsWith(bytes, "GIF8")
    ? "a GIF picture"
    : startsWith(bytes, "\x89PNG")
      ? "a PNG picture"
      : startsWith(bytes, "[M2]") || extension === "mc"
        ? "a macrocell file"
        : startsWith(bytes, "#MCell") || extension === "mcl"
          ? "an MCell file"
          : startsWith(bytes, "#Life 1.06")
            ? "a Life 1.06 file"
            : null

/** The first line that is not blank decides; comments before an RLE header are passed over. */
const textFormat = (text: string): "rle" | "cells" | "text" => {
  const lines = text.split("\n", 1000).map((line) => line.trim())
  if (lines.find((line) => line !== "")?.startsWith("!")) return "cells"
  const first = lines.find((line) => line !== "" && !/^#(?!CXRLE)/.test(line))
  return first !== undefined && /^(?:#CXRLE|x\s*=)/.test(first) ? "rle" : "text"
}

/** Tells the format of a file, by what it begins with, then by its extension, then by its text. */
export const recognise = ({ bytes, name }: NamedBytes): Read<Recognised> => {
  if (isGzip(bytes)) {
    return Result.flatMap(gunzip(bytes), (unpacked) => recognise({ name: withoutGz(name), bytes: unpacked }))
  }
  const extension = extensionOf(withoutGz(name))
  if (bytes.length === 0) return unreadable("the file is empty", "record at least two generations")
  if (isNpy(bytes) || extension === "npy") return Result.succeed({ format: "npy", bytes })
  if (startsWith(bytes, "PK\x03\x04") || extension === "npz") return Result.succeed({ format: "npz", bytes })
  const other = knownOther(bytes, extension)
  if (other !== null) return unreadable(`this is ${other}`, readable)
  const text = decodeText(bytes)
  if (text.includes("\0")) return unreadable("this is not a recording in a known format", readable)
  const format = extension === "rle" || extension === "cells" ? extension : textFormat(text)
  return Result.succeed({ format, text })
}
