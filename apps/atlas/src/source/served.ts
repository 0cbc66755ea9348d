import { RunDetail } from "@rulescope/automata"
import { fromLines, type InvalidStudy } from "@rulescope/study"
import { Effect, Schema } from "effect"
import { type StudySource, Unreadable } from "./StudySource.ts"

const decodeDetail = Schema.decodeUnknownSync(Schema.NullOr(RunDetail))

const decodeState = Schema.decodeUnknownSync(Schema.String)

const fetchOf = async (url: URL): Promise<Response> => {
  const response = await fetch(url, { cache: "no-cache" }).catch(() => null)
  if (response?.ok !== true) throw new Unreadable("unreachable", url.pathname)
  return response
}

/** The study that `rulescope study open` serves beside the page; it may be at work. */
export const openServed = (base: URL): StudySource => ({
  name: "",
  read: async () => {
    const text = await (await fetchOf(new URL("rows.jsonl", base))).text()
    const refuse = ({ problem }: InvalidStudy) => new Unreadable("rows", base.pathname, problem.reason)
    return Effect.runPromise(fromLines(text).pipe(Effect.mapError(refuse)))
  },
  detail: async (key) => decodeDetail(await (await fetchOf(new URL(`runs/${key}.json`, base))).json()),
  state: async () => decodeState(await (await fetchOf(new URL("state.json", base))).json()),
  close: () => undefined
})
