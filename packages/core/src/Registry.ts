import { type Context, Effect, Layer, Schema } from "effect"
import type * as Plugin from "./Plugin.ts"
import { lineOf, type Problem } from "./Problem.ts"
import { say, word } from "./Sentence.ts"

/** A run spec names a plugin that nobody registered. */
export class UnknownPlugin extends Schema.TaggedError<UnknownPlugin>()("UnknownPlugin", {
  stage: Schema.String,
  id: Schema.String,
  known: Schema.Array(Schema.String)
}) {
  get problem(): Problem {
    return { reason: say`no ${word(this.stage)} is called "${this.id}"`, remedy: say`known: ${this.known}` }
  }
  override get message() {
    return lineOf(this.problem)
  }
}

/** What a run spec says about one stage. */
export const Choice = Schema.Struct({
  id: Schema.String,
  config: Schema.Json.pipe(Schema.withDecodingDefaultKey(Effect.succeed({})))
})
export type Choice = typeof Choice.Type

/** The plugins of one stage, by id, in order of registration. */
export interface Registry<in out I, out R> {
  /** Name of the stage for people, e.g. "inferrer". */
  readonly stage: string
  readonly entries: ReadonlyMap<string, Plugin.Entry<I, R>>
}

/** Two plugins sharing an id is a mistake in our own code, so it throws at start-up. */
export const make = <I, const Entries extends ReadonlyArray<Plugin.Entry<I, any>>>(
  _service: Context.Key<I, any>,
  stage: string,
  entries: Entries
): Registry<
  I,
  [Entries[number]] extends [Plugin.Entry<I, infer R>] ? ([Entries[number]] extends [never] ? never : R) : never
> => {
  const byId = new Map(entries.map((entry) => [entry.id, entry] as const))
  if (byId.size !== entries.length) throw new Error(`${stage}: duplicate plugin id`)
  return { stage, entries: byId }
}

export const find = <I, R>(registry: Registry<I, R>, id: string): Effect.Effect<Plugin.Entry<I, R>, UnknownPlugin> => {
  const entry = registry.entries.get(id)
  return entry === undefined
    ? Effect.fail(new UnknownPlugin({ stage: registry.stage, id, known: [...registry.entries.keys()] }))
    : Effect.succeed(entry)
}

/** The layer that a choice stands for. */
export const select = <I, R>(
  registry: Registry<I, R>,
  choice: Choice
): Layer.Layer<I, Plugin.InvalidConfig | UnknownPlugin, R> =>
  Layer.unwrap(Effect.map(find(registry, choice.id), (entry) => entry.open(choice.config)))
