import {
  allUnfit,
  type AnySubject,
  canonicalJson,
  contentKey,
  type Equipped,
  inOne,
  layerOf,
  type Opened,
  say,
  type Source,
  type Subjects,
  subjectOf,
  unfit
} from "@rulescope/core"
import { Effect, Schema } from "effect"
import { type Cell, cellsOf, seedsOf } from "../axes/cells.ts"
import { type AnySpec, makeComplete, type Misfit } from "../axes/complete.ts"
import { checkPaths, type Resolved } from "../axes/paths.ts"
import { assign } from "../axes/place.ts"
import { resolve } from "../axes/resolve.ts"
import { InvalidStudy } from "../StudyError.ts"
import type { Point } from "../StudyRow.ts"
import type { StudySpec } from "../StudySpec.ts"
import { checkMetrics } from "../run/metrics.ts"

/** All runs of one cell; the spec is complete and has the base's seed. */
export interface PlannedCell {
  readonly group: string
  readonly point: Point
  readonly opened: Opened<AnySpec>
  readonly versions: Readonly<Record<string, string>>
}

/** A study written out; all defaults of its base are filled in. */
export interface Expanded {
  readonly study: StudySpec
  readonly equipped: Equipped<AnySubject, unknown>
  readonly cells: ReadonlyArray<PlannedCell>
  readonly seeds: ReadonlyArray<number>
}

type Base = StudySpec["base"]

/** A plugin id stands for the plugin at its defaults. */
const choiceOf = (
  { places }: Equipped<AnySubject, unknown>,
  path: ReadonlyArray<string>,
  value: Schema.Json
): Schema.Json => {
  const named = (one: Schema.Json): Schema.Json => (typeof one === "string" ? { id: one } : one)
  const [first, second, ...rest] = path
  const place = places.find((one) => one.place === first)
  if (place?.many === true && rest.length === 0) {
    return second === undefined && Array.isArray(value) ? value.map(named) : named(value)
  }
  return second === undefined && place !== undefined ? named(value) : value
}

/** Names the axes that reach into the part of the spec that does not fit, only those at fault where that is known. */
const blame = (axes: ReadonlyArray<Resolved>, { point }: Cell, { detail, part, paths }: Misfit): InvalidStudy => {
  const inPart = axes.filter(({ path }) => path[0] === part)
  const faults = new Set(paths.map((path) => path.at(-1)))
  const atFault = inPart.filter(({ path }) => faults.has(path.at(-1)))
  const at = (atFault.length > 0 ? atFault : inPart).map(
    ({ label }) => say`axis "${label}" at ${JSON.stringify(point[label])}`
  )
  return at.length === 0
    ? new InvalidStudy({ reason: say`the base spec does not fit: ${detail}`, remedy: say`correct "base"` })
    : new InvalidStudy({
        reason: say`${at}: ${detail}`,
        remedy: say`correct the value; values that fit only some combinations go into subsets of the design`
      })
}

/** Tells what generators read; one that many cells share is asked once. */
const makeSources = ({ places, subject }: Equipped<AnySubject, unknown>) => {
  const known = new Map<string, Source | null>()
  return Effect.fnUntraced(function* (opened: Opened<AnySpec>) {
    const name = canonicalJson((opened.spec as unknown as Base)["generator"])
    const found = known.get(name)
    if (found !== undefined) return found
    // The choice is complete, so that opening it cannot fail.
    const source = yield* Effect.orDie(
      Effect.provide(subject.source as Effect.Effect<Source | null>, layerOf(opened, places))
    )
    known.set(name, source)
    return source
  })
}

/** The base as its subject has it: all defaults filled in. */
const readBase = (subject: AnySubject, raw: Base): Effect.Effect<Base, InvalidStudy> => {
  const decoded = Schema.decodeUnknownEffect(subject.spec, { onExcessProperty: "error", errors: "all" })(raw)
  return Effect.flatMap(decoded as Effect.Effect<unknown, Schema.SchemaError>, (spec) =>
    Effect.sync(() => Schema.encodeUnknownSync(subject.spec as never)(spec) as Base)
  ).pipe(
    Effect.mapError(
      (error) =>
        new InvalidStudy({
          reason: say`the base spec does not fit: ${allUnfit(unfit(error))}`,
          remedy: say`correct "base"`
        })
    )
  )
}

/** Every cell of a study, complete and checked: whatever is wrong with a path or a value is known here. */
export const expand = Effect.fn("expand")(function* <R>(
  subjects: Subjects<R>,
  stated: StudySpec
): Effect.fn.Return<Expanded, InvalidStudy, R> {
  const equipped = yield* Effect.mapError(
    subjectOf(subjects, stated.base),
    ({ problem }) => new InvalidStudy({ reason: inOne(problem), remedy: say`correct "base"` })
  )
  yield* checkMetrics(equipped.subject, stated.metrics)
  const base = yield* readBase(equipped.subject, stated.base)
  const study = { ...stated, base }
  const axes = yield* resolve(study)
  yield* checkPaths(equipped, base, axes)
  const complete = makeComplete(equipped)
  const sourceOf = makeSources(equipped)
  const cells: Array<PlannedCell> = []
  for (const cell of yield* cellsOf(study, base, axes)) {
    const raw = cell.sets.reduce<Schema.Json>(
      (spec, [path, value]) => assign(spec, path, choiceOf(equipped, path, value)),
      base
    )
    const opened = yield* Effect.mapError(complete(raw), (misfit) => blame(axes, cell, misfit))
    const source = yield* sourceOf(opened)
    const versions = source === null ? opened.versions : { ...opened.versions, [`data ${source.name}`]: source.key }
    // Which plugins work is in the versions, wherever they were loaded from.
    const { plugins: _, ...decided } = opened.spec as AnySpec & { readonly plugins?: unknown }
    const group = contentKey({ spec: { ...decided, seed: null }, versions, point: cell.point })
    cells.push({ group, point: cell.point, opened, versions })
  }
  return { study, equipped, cells, seeds: seedsOf(study, base["seed"] as number) }
})
