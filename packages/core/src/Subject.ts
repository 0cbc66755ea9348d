import type { Effect, Schema } from "effect"
import type { Event } from "./Event.ts"
import type { Opened, Place } from "./Open.ts"
import type { Sentence } from "./Sentence.ts"
import type { Source } from "./Source.ts"
import type { AnyStep, Seeded } from "./Steps.ts"

/** How a metric of a study is to be read. */
export interface Metric {
  readonly name: string
  /** `share` 0 to 1; `number` has no unit. */
  readonly unit: "share" | "number" | "seconds" | "megabytes"
  readonly better: "higher" | "lower" | "zero"
  /** It tells success (1) from its absence (0); a run that failed is no success. */
  readonly success: boolean
  /** Steps that a run cannot leave out when it is asked for. */
  readonly needs: ReadonlyArray<string>
}

/** What a table says of one run. */
export interface Row {
  /** The law in writing; null when it is not known whole. */
  readonly law: string | null
  /** What the source of the data states, if it does. */
  readonly truth: string | null
  readonly metrics: Readonly<Record<string, number | null>>
}

/** What a study keeps of a run beside its row: JSON with these keys, of which equal ones are kept once. */
interface Detail {
  readonly schema: Schema.ConstraintCodec<any, any>
  readonly of: (result: any) => unknown
}

/** Something that recordings are about, and how its law is found. A value: nothing below knows which subjects there are. */
export interface Subject<Spec extends Seeded, Said extends Event, Result, E, R> {
  /** Kebab-case; what `subject` is in a spec. */
  readonly id: string
  /** One line for lists. */
  readonly summary: string
  readonly spec: Schema.ConstraintCodec<Spec, any>
  readonly event: Schema.ConstraintCodec<Said, any>
  readonly result: Schema.ConstraintCodec<any, any>
  readonly detail: Detail
  /** Stages that report how long they take, in their order. */
  readonly stages: ReadonlyArray<string>
  readonly steps: ReadonlyArray<AnyStep>
  /** What a spec may have wrong that no schema sees. */
  readonly check: (spec: Spec) => Effect.Effect<void, { readonly place: string; readonly detail: Sentence }>
  /** What the generator of the context reads; null when it reads nothing. */
  readonly source: Effect.Effect<Source | null, never, R>
  readonly started: (spec: Spec) => Said
  readonly finished: (result: Result) => Said
  /** The result of a run, from what all steps found. */
  readonly conclude: (opened: Opened<Spec>, found: any) => Result
  /** Whether a failure may be gone the next time. */
  readonly passing: (failure: E) => boolean
  readonly metrics: ReadonlyArray<Metric>
  readonly row: (result: Result) => Row
}

export type AnySubject = Subject<any, any, any, any, any>

/** A subject with the plugins that its specs can choose; `R` is what those need from outside. */
export interface Equipped<out S extends AnySubject, out R> {
  readonly subject: S
  readonly places: ReadonlyArray<Place<R>>
}

/** What the plugins of subjects need from outside. */
export type Outside<E> = E extends Equipped<any, infer R> ? R : never
