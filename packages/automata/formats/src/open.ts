import {
  type Budget,
  gunzip,
  holdUnpacked,
  inFile,
  isGzip,
  type Read,
  readZip,
  unreadable,
  unzip,
  type ZipEntry
} from "@rulescope/arrays"
import type { NamedBytes } from "@rulescope/core"
import { Result } from "effect"
import type { Format, Opened } from "./format.ts"
import type { Settings } from "./settings.ts"
import { decodeText } from "./text/decode.ts"

/** A file whose format is known. */
export interface Recognised extends Opened {
  readonly format: Format
}

/** What opening needs to know. */
export interface Opening {
  readonly formats: ReadonlyArray<Format>
  readonly budget: Budget
  readonly settings: Settings
}

/** Text to tell formats by, in bytes. */
const headLength = 65_536

/** Archives in archives that are opened. */
const deepest = 4

/** Ending of a file name in lower case, without the dot; "" for a name without. */
const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name.toLowerCase())?.[1] ?? ""

const lastPart = (path: string): string => path.slice(path.lastIndexOf("/") + 1)

/** The formats that can be read, for messages. */
export const readable = (formats: ReadonlyArray<Format>): string => {
  const labels = formats.map(({ endings, label }) => `${label}${endings.length > 0 ? ` (${endings.join(", ")})` : ""}`)
  return `${labels.join(", ")}; each also as .gz or in a .zip`
}

const opened = ({ bytes, name }: NamedBytes, { budget, settings }: Opening): Opened => {
  const text = decodeText(bytes.subarray(0, headLength))
  return { name, bytes, head: text.includes("\0") ? "" : text.trimStart(), budget, settings }
}

/** By what it begins with, else by its ending, else as any text. */
const formatOf = (file: Opened, formats: ReadonlyArray<Format>): Format | undefined =>
  formats.find((format) => format.begins(file)) ??
  formats.find(({ endings }) => endings.includes(endingOf(file.name))) ??
  formats.find(({ anyText }) => anyText === true && file.head !== "")

/** What computers put beside files of their own accord: `.DS_Store`, `__MACOSX/._a.rle`, `Thumbs.db`. */
const isLitter = (path: string): boolean =>
  /(?:^|\/)(?:\.|__MACOSX\/)/.test(path) || /^(?:thumbs\.db|desktop\.ini)$/i.test(lastPart(path))

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

/** An archive of arrays alone is a recording of its own, not a folder. */
const isArrays = (entries: ReadonlyArray<ZipEntry>): boolean => entries.every(({ name }) => endingOf(name) === "npy")

const openZip = (entries: ReadonlyArray<ZipEntry>, opening: Opening, depth: number): Read<ReadonlyArray<Recognised>> =>
  Result.gen(function* () {
    const meant = entries.filter((entry) => looksLikeRecording(entry.name, opening.formats))
    if (meant.length === 0) {
      return yield* unreadable(`the zip archive holds no recording`, readable(opening.formats))
    }
    yield* holdUnpacked(meant, opening.budget)
    const files: Array<Recognised> = []
    for (const entry of meant) {
      const name = lastPart(entry.name)
      const bytes = yield* inFile(name)(unzip(entry))
      files.push(...(yield* inFile(name)(open({ name, bytes }, opening, depth + 1))))
    }
    return files
  })

/** A file in a folder that is meant as a recording, by its name; others, such as notes, are left aside. */
export const looksLikeRecording = (path: string, formats: ReadonlyArray<Format>): boolean => {
  if (path.endsWith("/") || isLitter(path)) return false
  const ending = endingOf(path.replace(/\.gz$/i, ""))
  return ending === "zip" || formats.some(({ endings }) => endings.includes(ending))
}

/** The files in a file: itself, what is packed in it, or what an archive holds, each with its format. */
export const open = (file: NamedBytes, opening: Opening, depth = 0): Read<ReadonlyArray<Recognised>> =>
  Result.gen(function* () {
    const { formats } = opening
    if (file.bytes.length === 0) {
      return yield* unreadable("the file is empty", "record at least two generations")
    }
    if (depth > deepest) {
      return yield* unreadable(`archives lie more than ${deepest} deep in one another`, "unpack them first")
    }
    if (isGzip(file.bytes)) {
      const bytes = yield* gunzip(file.bytes, opening.budget)
      return yield* open({ name: file.name.replace(/\.gz$/i, ""), bytes }, opening, depth + 1)
    }
    if (isZip(file.bytes) && endingOf(file.name) !== "npz") {
      const entries = (yield* readZip(file.bytes)).filter(({ name }) => !isLitter(name))
      if (!isArrays(entries)) return yield* openZip(entries, opening, depth)
    }
    const known = opened(file, opening)
    const format = formatOf(known, formats)
    if (format === undefined) {
      return yield* unreadable("this is not a recording in a known format", `${readable(formats)} can be read`)
    }
    return [{ ...known, format }]
  })
