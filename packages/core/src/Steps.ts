import { Effect } from "effect"
import type { Code } from "./Code.ts"
import { contentKey } from "./ContentKey.ts"
import { Machine } from "./Machine.ts"
import type { Opened } from "./Open.ts"

/**
 * One step of a run: from what the steps before it found to what it finds. What decides its result is stated, and is
 * all that its key is made of.
 */
export interface Step<Id extends string, Spec, Found, A, E, R> {
  readonly id: Id
  /** Steps whose results it takes: their keys are part of its own. */
  readonly after: ReadonlyArray<string>
  /** Places of the spec whose plugins do the work: their choices and versions are part of its key. */
  readonly places: ReadonlyArray<string>
  /** Other fields of the spec that it looks at. */
  readonly fields: ReadonlyArray<string>
  /** Code of the subject that it relies on. */
  readonly code: ReadonlyArray<Code>
  /** It computes with tensors, so that another backend may give another result. */
  readonly computes: boolean
  /** Done again sooner than read from a disk: many runs together keep it in memory alone. */
  readonly light: boolean
  /** What else decides the result, as JSON; nothing by default. */
  readonly asks?: (opened: Opened<Spec>, found: Found) => Effect.Effect<unknown, E, R>
  /** `asks` can be answered before the steps before it are done; true by default. */
  readonly foreseen?: boolean
  /** `key` names the result. */
  readonly work: (opened: Opened<Spec>, found: Found, key: Effect.Effect<string>) => Effect.Effect<A, E, R>
}

export type AnyStep = Step<string, any, any, any, any, any>

/** What all steps find, by id. */
export type FoundBy<Steps extends ReadonlyArray<AnyStep>> = {
  readonly [S in Steps[number] as S["id"]]: S extends Step<any, any, any, infer A, any, any> ? A : never
}

/** Keeps the types of a step. */
export const step = <const Id extends string, Spec, Found, A, E, R>(
  one: Step<Id, Spec, Found, A, E, R>
): Step<Id, Spec, Found, A, E, R> => one

/** A spec has a seed: every random choice of a run derives from it. */
export interface Seeded {
  readonly seed: number
}

type Keys = Readonly<Record<string, Effect.Effect<string>>>

/** Hash of everything that decides the result of a step, and the seed. */
const keyOf = Effect.fnUntraced(function* (step: AnyStep, opened: Opened<Seeded>, found: object, keys: Keys) {
  const spec = opened.spec as Seeded & Readonly<Record<string, unknown>>
  const before = yield* Effect.forEach(step.after, (id) => keys[id]!)
  const asked = step.asks === undefined ? null : yield* step.asks(opened, found)
  const hash = contentKey({
    step: step.id,
    after: before,
    plugins: step.places.map((place) => opened.chosen(place).map(({ choice, version }) => [place, choice, version])),
    fields: step.fields.map((field) => spec[field] ?? null),
    code: step.code.map(({ id, version }) => [id, version]),
    machine: step.computes ? yield* Machine : null,
    asked: asked ?? null
  })
  return `${hash}-${spec.seed}`
})

/** Keys of the steps that can be named before anything is done, by step. */
export const foresee = Effect.fnUntraced(function* (
  steps: ReadonlyArray<AnyStep>,
  opened: Opened<Seeded>
): Effect.fn.Return<Readonly<Record<string, string>>, any, any> {
  const keys: Record<string, Effect.Effect<string>> = {}
  const names: Record<string, string> = {}
  for (const step of steps) {
    if (step.foreseen === false) continue
    names[step.id] = yield* keyOf(step, opened, {}, keys)
    keys[step.id] = Effect.succeed(names[step.id]!)
  }
  return names
})

/** What stands around the work of a step: nothing in a single run, results shared between runs in a study. */
export type Around = (
  step: AnyStep,
  key: Effect.Effect<string>,
  work: Effect.Effect<unknown, any, any>
) => Effect.Effect<unknown, any, any>

/** How a fold departs from doing every step for itself. */
export interface Folding {
  readonly around: Around
  /** Steps to leave out; their result is null. */
  readonly without: ReadonlyArray<string>
  /** Keys that were foreseen. */
  readonly known: Readonly<Record<string, string>>
}

/** Does the steps in their order; gives what all found, by id. */
export const fold = Effect.fnUntraced(function* (
  steps: ReadonlyArray<AnyStep>,
  opened: Opened<Seeded>,
  { around = (_, __, work) => work, known = {}, without = [] }: Partial<Folding> = {}
): Effect.fn.Return<Readonly<Record<string, unknown>>, any, any> {
  const keys: Record<string, Effect.Effect<string>> = {}
  const found: Record<string, unknown> = {}
  for (const step of steps) {
    // What a key asks may fail as the steps do; to them it is a name.
    const key =
      known[step.id] === undefined
        ? ((yield* Effect.cached(keyOf(step, opened, found, keys))) as Effect.Effect<string>)
        : Effect.succeed(known[step.id]!)
    keys[step.id] = key
    found[step.id] = without.includes(step.id) ? null : yield* around(step, key, step.work(opened, found, key))
  }
  return found
})
