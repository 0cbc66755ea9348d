import { Effect } from "effect"
import { readFile } from "node:fs/promises"
import { BadInput } from "../Exit.ts"
import type { Json } from "./paths.ts"

/** The JSON of a file; `wanted` says what belongs there, with an example. */
export const readJson = Effect.fn("readJson")(function* (file: string, wanted: string) {
  const text = yield* Effect.tryPromise({
    try: () => readFile(file, "utf8"),
    catch: () => new BadInput({ reason: `${file} cannot be read`, remedy: `give the path of ${wanted}` })
  })
  return yield* Effect.try({
    try: () => JSON.parse(text) as Json,
    catch: (cause) =>
      new BadInput({ reason: `${file} is not JSON: ${(cause as Error).message}`, remedy: "correct it there" })
  })
})
