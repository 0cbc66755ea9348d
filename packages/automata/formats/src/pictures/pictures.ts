import { type Read, unreadable } from "@rulescope/arrays"
import type { Film, Seen } from "@rulescope/pictures"
import { Result } from "effect"
import type { Content, Format, Opened } from "../format.ts"
import { sheetsOf } from "./sheets.ts"

type Decoders = typeof import("@rulescope/pictures")

/** Decoders come with the first picture. */
const decoders = (): Promise<Read<Decoders>> =>
  import("@rulescope/pictures").then(Result.succeed, () =>
    unreadable("what decodes pictures could not be loaded", "load the page again, with its server running")
  )

const readWith =
  (filmOf: (decoders: Decoders) => (bytes: Uint8Array) => Seen<Film>) =>
  async ({ budget, bytes, settings }: Opened): Promise<Read<Content>> =>
    Result.flatMap(await decoders(), (loaded) =>
      Result.map(filmOf(loaded)(bytes), (film) => ({
        kind: "pictures" as const,
        film,
        understand: (films) =>
          Result.flatMap(loaded.reel(films), (together) =>
            Result.map(loaded.understand(together, { ...settings, hold: budget.hold }), sheetsOf)
          )
      }))
    )

const startsWith =
  (...first: ReadonlyArray<number>) =>
  ({ bytes }: Opened): boolean =>
    first.every((byte, i) => bytes[i] === byte)

/** GIF87a and GIF89a. */
export const gif: Format = {
  id: "gif",
  label: "GIF",
  endings: ["gif"],
  begins: startsWith(0x47, 0x49, 0x46, 0x38),
  read: readWith(({ gifFilm }) => gifFilm)
}

/** PNG, and animated PNG. */
export const png: Format = {
  id: "png",
  label: "PNG or animated PNG",
  endings: ["png", "apng"],
  begins: startsWith(0x89, 0x50, 0x4e, 0x47),
  read: readWith(({ pngFilm }) => pngFilm)
}

export const jpeg: Format = {
  id: "jpeg",
  label: "JPEG",
  endings: ["jpg", "jpeg"],
  begins: startsWith(0xff, 0xd8, 0xff),
  read: readWith(({ jpegFilm }) => jpegFilm)
}
