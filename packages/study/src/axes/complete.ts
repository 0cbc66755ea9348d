import { type AnySubject, type Equipped, type Opened, opener } from "@rulescope/core"
import { Effect, Schema } from "effect"

/** What is wrong with a spec, and in which part of it. */
export interface Misfit {
  /** First part of the path, such as "inferrer". */
  readonly part: string
  readonly detail: string
}

/** A run spec as its subject has it. */
export interface AnySpec {
  readonly seed: number
  readonly name?: string
}

/** Reads specs of a subject and completes them; a choice that many specs share is looked at once. */
export const makeComplete = <R>({ places, subject }: Equipped<AnySubject, R>) => {
  const open = opener(places)
  const decode = Schema.decodeUnknownEffect(subject.spec, { onExcessProperty: "error", errors: "all" }) as (
    raw: unknown
  ) => Effect.Effect<AnySpec, Schema.SchemaError>
  return Effect.fn("completeSpec")(function* (raw: unknown): Effect.fn.Return<Opened<AnySpec>, Misfit> {
    const { name: _, ...decoded } = yield* Effect.mapError(decode(raw), (error): Misfit => {
      const detail = error.message.replaceAll("\n", " ").replaceAll(/ +/g, " ")
      return { part: /at \["([^"]+)"\]/.exec(detail)?.[1] ?? "", detail }
    })
    const opened = yield* Effect.mapError(open(decoded), ({ error, place }) => ({ part: place, detail: error.message }))
    yield* Effect.mapError(subject.check(opened.spec), ({ detail, place }) => ({ part: place, detail }))
    return opened
  })
}
