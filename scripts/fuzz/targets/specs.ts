import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { readJson } from "../../../apps/cli/src/commands/readJson.ts"
import { decodeRunSpec } from "../../../packages/automata/subject/src/index.ts"
import { decodeStudySpec } from "../../../packages/study/src/index.ts"
import { root } from "../../workspaces.ts"
import { scratch } from "../scratch.ts"
import { type Seed, type Target, text } from "../target.ts"

const examples = (folder: string): ReadonlyArray<Seed> =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => text(readFileSync(join(root, folder, name), "utf8"), name))

const target = (
  name: string,
  seeds: ReadonlyArray<Seed>,
  decode: (raw: unknown) => Effect.Effect<unknown, unknown>
) => {
  const path = join(scratch, `${name}.json`)
  return {
    name,
    seeds,
    read: async ({ bytes }) => {
      writeFileSync(path, bytes)
      await Effect.runPromise(Effect.result(Effect.flatMap(readJson(path, "a spec"), decode)))
    }
  } satisfies Target
}

/** Specs of runs and of studies, as the command line reads them. */
export const ofSpecs: ReadonlyArray<Target> = [
  target("specs", examples("examples"), decodeRunSpec),
  target("studies", examples("examples/studies"), decodeStudySpec)
]
