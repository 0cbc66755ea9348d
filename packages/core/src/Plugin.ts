import { Effect, Layer, Schema } from "effect"
import type { Code } from "./Code.ts"
import { lineOf, type Problem } from "./Problem.ts"
import { say } from "./Sentence.ts"
import { allUnfit, unfit, Unfit } from "./Unfit.ts"

/** A configuration that does not fit the plugin's schema; `places` are all fields at fault. */
export class InvalidConfig extends Schema.TaggedError<InvalidConfig>()("InvalidConfig", {
  plugin: Schema.String,
  places: Schema.Array(Unfit)
}) {
  get problem(): Problem {
    return {
      reason: say`the configuration of "${this.plugin}" does not fit: ${allUnfit(this.places)}`,
      remedy: say`"rulescope stages" lists what it takes`
    }
  }
  override get message() {
    return lineOf(this.problem)
  }
}

/** One way to provide the stage service `I`: identity, configuration and implementation travel together. */
export interface Plugin<in out I, C extends Schema.ConstraintCodec<any, any>, R = never> {
  /** Kebab-case; equal to the package's suffix and to the id in run specs. */
  readonly id: string
  /** Changes whenever the same configuration and inputs give another result; part of content keys. */
  readonly version: number
  /** Code that its results depend on and that it does not own, such as an optimiser; none by default. */
  readonly uses?: ReadonlyArray<Code>
  /** One line for lists. */
  readonly summary: string
  readonly config: C
  readonly layer: (config: C["Type"]) => Layer.Layer<I, never, R>
}

export const make = <I, C extends Schema.ConstraintCodec<any, any>, R = never>(
  plugin: Plugin<I, C, R>
): Plugin<I, C, R> => plugin

/** What a plugin needs from outside: the services that its layer requires. */
export type Needs<P extends { readonly layer: (config: never) => Layer.Any }> = Layer.Services<ReturnType<P["layer"]>>

/** A plugin that has forgotten its configuration type but kept the decoder. */
export interface Entry<in out I, out R> {
  readonly id: string
  readonly version: number
  readonly uses: ReadonlyArray<Code>
  readonly summary: string
  /** Package and version of a plugin from outside, such as "rulescope-inferrer-mine 1.2.0"; null for our own. */
  readonly origin: string | null
  readonly config: Schema.ConstraintCodec<any, any>
  /** Decodes a configuration strictly; the answer has all defaults filled in and is plain JSON. */
  readonly complete: (config: unknown) => Effect.Effect<Schema.Json, InvalidConfig>
  readonly open: (config: unknown) => Layer.Layer<I, InvalidConfig, R>
}

export const erase = <I, C extends Schema.ConstraintCodec<any, any>, R>(plugin: Plugin<I, C, R>): Entry<I, R> => {
  const decode = (raw: unknown) =>
    Schema.decodeUnknownEffect(plugin.config, { onExcessProperty: "error", errors: "all" })(raw).pipe(
      Effect.mapError((error) => new InvalidConfig({ plugin: plugin.id, places: unfit(error) }))
    )
  const encode = Schema.encodeUnknownEffect(plugin.config)
  return {
    id: plugin.id,
    version: plugin.version,
    uses: plugin.uses ?? [],
    summary: plugin.summary,
    origin: null,
    config: plugin.config,
    complete: (raw) =>
      Effect.flatMap(decode(raw), (config) => Effect.orDie(encode(config)) as Effect.Effect<Schema.Json>),
    open: (raw) => decode(raw).pipe(Effect.map(plugin.layer), Layer.unwrap)
  }
}
