import type { DamagedRun } from "@rulescope/study"
import { Effect } from "effect"

/** Says on stderr which runs of a study have a record that cannot be read, and what makes them anew. */
export const sayDamaged = (damaged: ReadonlyArray<DamagedRun>): Effect.Effect<void> =>
  Effect.sync(() => {
    const [first] = damaged
    if (first === undefined) return
    const which = damaged.length === 1 ? `run ${first.run} is` : `${damaged.length} runs, such as ${first.run}, are`
    process.stderr.write(
      `  damaged   what is kept of ${which} not what was written and is left out (${first.reason}); study run makes it anew\n`
    )
  })
