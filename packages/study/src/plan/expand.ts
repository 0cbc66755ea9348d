import { Generator, type Registries, RunSpec, type Source } from "@rulescope/automata"
import { canonicalJson, contentKey, Registry } from "@rulescope/core"
import { Effect, Schema } from "effect"
import { type Cell, cellsOf, seedsOf } from "../axes/cells.ts"
import { type Completed, makeComplete, type Misfit } from "../axes/complete.ts"
import { checkPaths, type Resolved } from "../axes/paths.ts"
import { assign } from "../axes/place.ts"
import { resolve } from "../axes/resolve.ts"
import { InvalidStudy } from "../StudyError.ts"
import type { Point } from "../StudyRow.ts"
import type { StudySpec } from "../StudySpec.ts"
import { checkMetrics } from "../run/metrics.ts"

/** All runs of one cell; `spec` is complete and has the base's seed. */
export interface PlannedCell {
  readonly group: string
  readonly point: Point
  readonly spec: RunSpec
  readonly versions: Readonly<Record<string, string>>
}

/** A study written out. */
export interface Expanded {
  readonly cells: ReadonlyArray<PlannedCell>
  readonly seeds: ReadonlyArray<number>
}

/** A plugin id stands for the plugin at its defaults. */
const choiceOf = (path: ReadonlyArray<string>, value: Schema.Json): Schema.Json => {
  const named = (one: Schema.Json): Schema.Json => (typeof one === "string" ? { id: one } : one)
  const [first, second, ...rest] = path
  if (first === "augmenters" && rest.length === 0) {
    return second === undefined && Array.isArray(value) ? value.map(named) : named(value)
  }
  return second === undefined && ["generator", "backbone", "inferrer", "verifier"].includes(first!)
    ? named(value)
    : value
}

/** Names the axes that reach into the part of the spec that does not fit, those first that the detail mentions. */
const blame = (axes: ReadonlyArray<Resolved>, { point }: Cell, { detail, part }: Misfit): InvalidStudy => {
  const inPart = axes.filter(({ path }) => path[0] === part)
  const mentioned = inPart.filter(({ path }) => detail.includes(`"${path.at(-1)!}"`))
  const at = (mentioned.length > 0 ? mentioned : inPart).map(
    ({ label }) => `axis "${label}" at ${JSON.stringify(point[label])}`
  )
  return at.length === 0
    ? new InvalidStudy({ reason: `the base spec does not fit: ${detail}`, remedy: `correct "base"` })
    : new InvalidStudy({
        reason: `${at.join(" with ")}: ${detail}`,
        remedy: "correct the value; values that fit only some combinations go into subsets of the design"
      })
}

/** Tells what generators read; one that many cells share is asked once. */
const makeSources = <R>({ generators }: Registries<R>) => {
  const known = new Map<string, Source | null>()
  return Effect.fnUntraced(function* ({ generator }: RunSpec) {
    const name = canonicalJson(generator)
    const found = known.get(name)
    if (found !== undefined) return found
    // The choice is complete, so that opening it cannot fail.
    const source = yield* Effect.flatMap(Generator, (one) => one.source).pipe(
      Effect.provide(Registry.select(generators, generator)),
      Effect.orDie
    )
    known.set(name, source)
    return source
  })
}

/** Every cell of a study, complete and checked: whatever is wrong with a path or a value is known here. */
export const expand = Effect.fn("expand")(function* <R>(registries: Registries<R>, study: StudySpec) {
  yield* checkMetrics(study.metrics)
  const axes = yield* resolve(study)
  yield* checkPaths(registries, study.base, axes)
  const base = Schema.encodeUnknownSync(RunSpec)(study.base) as unknown as Schema.Json
  const complete = makeComplete(registries)
  const sourceOf = makeSources(registries)
  const cells: Array<PlannedCell> = []
  for (const cell of yield* cellsOf(study, base, axes)) {
    const raw = cell.sets.reduce((spec, [path, value]) => assign(spec, path, choiceOf(path, value)), base)
    const completed: Completed = yield* Effect.mapError(complete(raw), (misfit) => blame(axes, cell, misfit))
    const { spec } = completed
    const source = yield* sourceOf(spec)
    const versions =
      source === null ? completed.versions : { ...completed.versions, [`data ${source.name}`]: source.key }
    const group = contentKey({ spec: { ...spec, seed: null }, versions, point: cell.point })
    cells.push({ group, point: cell.point, spec, versions })
  }
  return { cells, seeds: seedsOf(study, study.base) } satisfies Expanded
})
