import { decodeRunSpec } from "@rulescope/automata"
import { Effect, Option } from "effect"
import type { RunFiles } from "../run/protocol.ts"
import type { Draft } from "../state/draft.ts"
import type { Drawings } from "../world/drawings.ts"
import { database } from "./database.ts"

/** What is being worked on, before any run of it. */
export interface Work {
  readonly draft: Draft
  /** The files that the draft reads. */
  readonly files: RunFiles
  readonly drawings: Drawings
}

const key = "last"

export const keepWork = async (work: Work): Promise<void> => {
  const write = (await database()).transaction("work", "readwrite")
  const put = write.store.put(work, key)
  // Committed at once: a page that is left in this moment has still written it.
  write.commit()
  await Promise.all([put, write.done])
}

/** What this browser was left with; null where it keeps nothing, or what no longer is a spec. */
export const lastWork = async (): Promise<Work | null> => {
  try {
    const work = await (await database()).get("work", key)
    if (work === undefined) return null
    return Option.isSome(Effect.runSync(Effect.option(decodeRunSpec(work.draft)))) ? work : null
  } catch {
    // Storage may be forbidden; the page works without.
    return null
  }
}
