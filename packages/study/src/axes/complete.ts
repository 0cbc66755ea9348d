import {
  allUnfit,
  type AnySubject,
  type Equipped,
  inOne,
  type Opened,
  opener,
  type Sentence,
  unfit
} from "@rulescope/core"
import { Effect, Schema } from "effect"

/** What is wrong with a spec, and in which part of it. */
export interface Misfit {
  /** First part of the path, such as "inferrer". */
  readonly part: string
  readonly detail: Sentence
  /** Where, if it is known as closely: keys from the whole spec, or from the plugin's configuration, to what is at fault. */
  readonly paths: ReadonlyArray<ReadonlyArray<string>>
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
      const places = unfit(error)
      return { part: places[0]?.path[0] ?? "", detail: allUnfit(places), paths: places.map(({ path }) => path) }
    })
    const opened = yield* Effect.mapError(open(decoded), ({ error, place }): Misfit => ({
      part: place,
      detail: inOne(error.problem),
      paths: "places" in error ? error.places.map(({ path }) => path) : []
    }))
    yield* Effect.mapError(subject.check(opened.spec), ({ detail, place }) => ({ part: place, detail, paths: [] }))
    return opened
  })
}
