import { say } from "@rulescope/core"
import type { AnySubject, Equipped } from "@rulescope/core"
import { Effect, Schema } from "effect"
import { InvalidStudy } from "../StudyError.ts"
import { nearest } from "./nearest.ts"
import { lookUp } from "./place.ts"
import { type AxisValue, labelOf } from "./values.ts"
import type { Axis } from "../StudySpec.ts"

/** An axis with its values written out. */
export interface Resolved {
  readonly axis: Axis
  readonly label: string
  readonly path: ReadonlyArray<string>
  readonly values: ReadonlyArray<AxisValue>
}

/** A run spec as JSON, all defaults filled in. */
type Base = Readonly<Record<string, Schema.Json>>

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly anyOf?: ReadonlyArray<JsonSchema>
}

const fieldPaths = (schema: JsonSchema, prefix: string): ReadonlyArray<string> => [
  ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => [
    `${prefix}.${name}`,
    ...fieldPaths(inner, `${prefix}.${name}`)
  ]),
  ...(schema.anyOf ?? []).flatMap((inner) => fieldPaths(inner, prefix))
]

const configPaths = (config: Schema.ConstraintCodec<any, any>, prefix: string): ReadonlyArray<string> =>
  fieldPaths(Schema.toJsonSchemaDocument(config).schema, prefix)

const idOf = (value: Schema.Json | undefined): string | undefined => {
  const id = typeof value === "string" ? value : lookUp(value, ["id"])
  return typeof id === "string" ? id : undefined
}

/** Every path that a run spec of this study has: of a plugin's configuration, when the base or an axis names the plugin. */
const validPaths = <R>({ places, subject }: Equipped<AnySubject, R>, base: Base, axes: ReadonlyArray<Resolved>) => {
  const plain = Object.keys((Schema.toJsonSchemaDocument(subject.spec).schema as JsonSchema).properties ?? {})
  const paths = new Set(plain.filter((name) => !["subject", "name", "seed"].includes(name)))
  const add = (prefix: string, entries: ReadonlyMap<string, { readonly config: any }>, ids: Iterable<string>) => {
    for (const path of [prefix, `${prefix}.id`, `${prefix}.config`]) paths.add(path)
    for (const id of ids) {
      const entry = entries.get(id)
      if (entry !== undefined) for (const path of configPaths(entry.config, `${prefix}.config`)) paths.add(path)
    }
  }
  const valuesAt = (path: string): ReadonlyArray<Schema.Json> =>
    axes.filter((one) => one.axis.path === path).flatMap(({ values }) => values.map(({ value }) => value))
  const named = (prefix: string): ReadonlyArray<string> =>
    [...valuesAt(prefix), ...valuesAt(`${prefix}.id`)].map(idOf).filter((id) => id !== undefined)
  for (const { many, place, registry } of places) {
    if (!many) {
      add(place, registry.entries, [...[base[place]].map(idOf).filter((id) => id !== undefined), ...named(place)])
      continue
    }
    const lists = [base[place] ?? [], ...valuesAt(place)] as ReadonlyArray<ReadonlyArray<Schema.Json>>
    const most = Math.max(0, ...lists.map((list) => (Array.isArray(list) ? list.length : 0)))
    for (let i = 0; i < most; i++) {
      const ids = lists.flatMap((list) => idOf(list[i]) ?? [])
      add(`${place}.${i}`, registry.entries, [...ids, ...named(`${place}.${i}`)])
    }
  }
  return paths
}

/** Refuses the first axis whose path no spec of the study has, with the path that was likely meant. */
export const checkPaths = <R>(
  equipped: Equipped<AnySubject, R>,
  base: Base,
  axes: ReadonlyArray<Resolved>
): Effect.Effect<void, InvalidStudy> => {
  const paths = validPaths(equipped, base, axes)
  for (const { axis } of axes) {
    if (paths.has(axis.path)) continue
    const label = labelOf(axis)
    if (axis.path === "seed") {
      const reason = say`axis "${label}": a run spec takes no axis over "${axis.path}"`
      return Effect.fail(new InvalidStudy({ reason, remedy: say`use "seeds" of the study` }))
    }
    const reason = say`axis "${label}": a run spec has no "${axis.path}"`
    return Effect.fail(new InvalidStudy({ reason, remedy: say`did you mean "${nearest(axis.path, [...paths])!}"?` }))
  }
  return Effect.void
}
