import { readRegular } from "@rulescope/disk"
import { Effect } from "effect"
import { BadInput } from "../Exit.ts"
import type { Json } from "./paths.ts"

/** Bytes of a file of JSON at most. */
const most = 2 ** 26

/** Levels of objects and lists in one another at most: schemas are gone through level by level. */
const deepest = 100

/** How deep lists and objects lie in one another, at most `deepest` + 1, without building any of them. */
const depthOf = (text: string): number => {
  let depth = 0
  let largest = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/gs)) {
    if (token === "[" || token === "{") largest = Math.max(largest, ++depth)
    else if (token === "]" || token === "}") depth--
    if (largest > deepest) break
  }
  return largest
}

/** The JSON object in a file; `wanted` says what belongs there, with an example. */
export const readJson = Effect.fn("readJson")(function* (file: string, wanted: string) {
  const bytes = yield* Effect.mapError(
    readRegular(file, most),
    ({ problem }) => new BadInput({ reason: problem.reason, remedy: `give the path of ${wanted}` })
  )
  const refuse = (reason: string) => new BadInput({ reason: `${file} ${reason}`, remedy: "correct it there" })
  const text = new TextDecoder().decode(bytes)
  if (depthOf(text) > deepest) return yield* refuse(`is nested more than ${deepest} levels deep`)
  const value = yield* Effect.try({
    try: () => JSON.parse(text) as Json,
    catch: (cause) => refuse(`is not JSON: ${(cause as Error).message}`)
  })
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    return yield* new BadInput({ reason: `${file} holds no object`, remedy: `give the path of ${wanted}` })
  }
  return value
})
