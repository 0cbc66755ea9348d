import { decodeStudySpec } from "@rulescope/study"
import { Effect } from "effect"
import { dirname, resolve } from "node:path"
import { assign, type Json } from "../commands/paths.ts"
import { readJson } from "../commands/readJson.ts"
import { chooseFor } from "../plugins/choose.ts"

/** A study file with the plugins of its base and of flags, and the folder that paths in it are meant from. */
export const readStudy = Effect.fn("readStudy")(function* (file: string, flagged: ReadonlyArray<string>) {
  const path = resolve(file)
  const root = dirname(path)
  const raw = yield* readJson(path, "a study such as examples/studies/backbones-by-data.json")
  const base = (raw as { readonly base?: Json } | null)?.base ?? {}
  const { plugins, spec, subjects } = yield* chooseFor(base, flagged, root)
  return {
    study: yield* decodeStudySpec(plugins.length === 0 ? raw : assign(raw, "base", spec)),
    root,
    plugins,
    subjects
  }
})
