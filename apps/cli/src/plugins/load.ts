import { extend, type Files, type Offer, say, type Sentence, type Subjects, word } from "@rulescope/core"
import { subjects as preset } from "@rulescope/preset"
import type { Backend } from "@rulescope/tensor"
import { Effect } from "effect"
import { BadInput } from "../Exit.ts"
import type { Found } from "./find.ts"

/** What plugins may need from outside. */
export type Environment = Files | Backend.Backend

/** A plugin that was found, by the name that the user gave it. */
export interface Named extends Found {
  readonly name: string
}

/** Why a plugin is of no use, naming it. */
export const refuse = (name: string, reason: Sentence, remedy: Sentence): BadInput =>
  new BadInput({ reason: say`the plugin ${name} does not load: ${reason}`, remedy })

const firstLine = (cause: unknown): string => String(cause instanceof Error ? cause.message : cause).split("\n")[0]!

const has = (value: unknown, properties: Readonly<Record<string, string>>): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(properties).every(([key, type]) => typeof (value as Record<string, unknown>)[key] === type)

/** Types are gone in what was loaded; this is what is relied on. */
const isOffer = (value: unknown): value is Offer<Environment> =>
  has(value, { subject: "string", place: "string", plugin: "object" }) &&
  has((value as { readonly plugin: unknown }).plugin, {
    id: "string",
    version: "number",
    summary: "string",
    complete: "function",
    open: "function"
  })

const offersOf = Effect.fnUntraced(function* ({ name, origin, url }: Named) {
  const loaded = yield* Effect.tryPromise({
    try: () => import(url) as Promise<{ readonly plugins?: unknown }>,
    catch: (cause) => refuse(name, word(firstLine(cause)), say`correct it there, or leave the plugin out`)
  })
  const offers = loaded.plugins
  if (!Array.isArray(offers) || offers.length === 0 || !offers.every(isOffer)) {
    return yield* refuse(
      name,
      say`${url} exports no list "plugins" of offers`,
      say`write "export const plugins = [offer.inferrer(mine)]" with offer of @rulescope/automata`
    )
  }
  return offers.map((one) => ({ ...one, plugin: { ...one.plugin, origin } }))
})

/** The subjects that come with Rulescope, with what these plugins offer; one that cannot be used is named. */
export const loadPlugins = Effect.fn("loadPlugins")(function* (
  plugins: ReadonlyArray<Named>
): Effect.fn.Return<Subjects<Environment>, BadInput> {
  let subjects: Subjects<Environment> = preset
  for (const plugin of plugins) {
    subjects = yield* Effect.mapError(extend(subjects, yield* offersOf(plugin)), ({ problem }) =>
      refuse(plugin.name, problem.reason, problem.remedy)
    )
  }
  return subjects
})
