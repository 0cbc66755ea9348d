import { defaultMemory } from "@rulescope/arrays"
import { looksReal } from "@rulescope/columns"
import { Files } from "@rulescope/core"
import { Effect } from "effect"
import { DiskFiles } from "@rulescope/library/node"
import { recordingAt } from "../paths.ts"

/**
 * What a recording is about: real-valued samples are a flow, all else are cells, and whoever reads them says what is
 * wrong with them. Standard input is taken for cells: it can be read only once.
 */
export const recognise = (recording: string, memory: number | null): Effect.Effect<"automata" | "flow"> =>
  recording === "-"
    ? Effect.succeed("automata")
    : Effect.gen(function* () {
        const read = yield* (yield* Files).read(recordingAt(recording))
        for (const file of read) if (yield* looksReal(file, memory ?? defaultMemory)) return "flow"
        return "automata"
      }).pipe(
        Effect.provide(DiskFiles.layer),
        Effect.orElseSucceed(() => "automata" as const)
      )
