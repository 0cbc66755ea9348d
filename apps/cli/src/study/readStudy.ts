import { decodeStudySpec } from "@rulescope/study"
import { Effect } from "effect"
import { dirname, resolve } from "node:path"
import { readJson } from "../commands/readJson.ts"

/** A study file, and the folder that the paths of recordings in it are meant from. */
export const readStudy = Effect.fn("readStudy")(function* (file: string) {
  const path = resolve(file)
  const raw = yield* readJson(path, "a study such as examples/studies/backbones-by-data.json")
  return { study: yield* decodeStudySpec(raw), root: dirname(path) }
})
