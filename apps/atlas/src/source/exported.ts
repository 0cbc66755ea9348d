import { fromLines } from "@rulescope/study"
import { Effect } from "effect"
import { type StudySource, Unreadable } from "./StudySource.ts"

/** A study from the JSON lines of `study export`: rows alone. */
export const openExport = async (name: string, text: string): Promise<StudySource> => {
  // An unfinished or foreign first line is no export at all; a later one is a broken export.
  if (!/^\s*\{.*"format"\s*:\s*"rulescope-study"/.test(text.slice(0, 10_000))) throw new Unreadable("foreign", name)
  const table = await Effect.runPromise(
    fromLines(text).pipe(Effect.mapError(({ problem }) => new Unreadable("rows", name, problem.reason)))
  )
  return { name, read: () => Promise.resolve(table), detail: undefined, state: undefined, close: () => undefined }
}
