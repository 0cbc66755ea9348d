import type { Target } from "../target.ts"
import { ofDatabases } from "./databases.ts"
import { ofFormats } from "./formats.ts"
import { ofEntries, ofModels, ofRuns } from "./kept.ts"
import { ofLaws, ofLinks, ofRules } from "./notations.ts"
import { ofSpecs } from "./specs.ts"

/** Every reader of what comes from outside. */
export const targets: ReadonlyArray<Target> = [
  ofFormats,
  ofRules,
  ofLaws,
  ofLinks,
  ...ofSpecs,
  ofModels,
  ofRuns,
  ofEntries,
  ofDatabases
]
