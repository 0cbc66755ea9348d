import { say, type Sentence } from "@rulescope/core"
import { Effect, type Schema } from "effect"
import { InvalidStudy } from "../StudyError.ts"
import type { Axis } from "../StudySpec.ts"

/** One value of an axis with the name that tables show. */
export interface AxisValue {
  readonly label: string | number | boolean
  readonly value: Schema.Json
}

const isObject = (value: Schema.Json): value is { readonly [key: string]: Schema.Json } =>
  value !== null && typeof value === "object" && !Array.isArray(value)

const configText = (config: Schema.Json | undefined): string => {
  if (config === undefined || !isObject(config) || Object.keys(config).length === 0) return ""
  const fields = Object.entries(config).map(
    ([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`
  )
  return ` (${fields.join(", ")})`
}

/** A value as people read it: numbers and words as they are, a plugin by its id and what it sets, a list joined by +. */
export const readable = (value: Schema.Json): string | number | boolean => {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(readable).join(" + ")
  if (isObject(value) && typeof value["id"] === "string") return `${value["id"]}${configText(value["config"])}`
  return JSON.stringify(value)
}

const isLabelled = (value: Schema.Json): boolean =>
  isObject(value) && Object.keys(value).sort().join() === "label,value" && typeof value["label"] === "string"

/** A number that was computed, without the dust of binary fractions. */
const clean = (value: number): number => Number(value.toPrecision(12))

/** The name of an axis: its label, or the last telling part of its path. */
export const labelOf = ({ label, path }: Axis): string =>
  label ?? path.split(".").findLast((part) => part !== "config" && part !== "id" && !/^\d+$/.test(part)) ?? path

const refuse = (axis: Axis, reason: Sentence, remedy: Sentence) =>
  Effect.fail(new InvalidStudy({ reason: say`axis "${labelOf(axis)}" (${axis.path}): ${reason}`, remedy }))

/** All values of an axis in their order, no two with the same name. */
export const valuesOf = (axis: Axis): Effect.Effect<ReadonlyArray<AxisValue>, InvalidStudy> => {
  const { logRange, range, values } = axis
  if ([logRange, range, values].filter((one) => one !== undefined).length !== 1) {
    return refuse(axis, say`exactly one of values, range and logRange says what it varies over`, say`give one of them`)
  }
  if (logRange !== undefined && (logRange.from <= 0 || logRange.to <= 0)) {
    return refuse(
      axis,
      say`a log range from ${logRange.from} to ${logRange.to} passes 0`,
      say`use numbers > 0, or a range`
    )
  }
  const spaced = (from: number, to: number, steps: number): ReadonlyArray<number> =>
    Array.from({ length: steps }, (_, i) => from + ((to - from) * i) / (steps - 1))
  const raw: ReadonlyArray<Schema.Json> =
    values ??
    (range === undefined
      ? spaced(Math.log(logRange!.from), Math.log(logRange!.to), logRange!.steps).map((x) => clean(Math.exp(x)))
      : spaced(range.from, range.to, range.steps).map(clean))
  const all = raw.map((one): AxisValue => {
    if (!isLabelled(one)) return { label: readable(one), value: one }
    const { label, value } = one as { readonly label: string; readonly value: Schema.Json }
    return { label, value }
  })
  const seen = new Set<AxisValue["label"]>()
  const twice = all.find(({ label }) => seen.size === seen.add(label).size)
  return twice === undefined
    ? Effect.succeed(all)
    : refuse(axis, say`"${String(twice.label)}" occurs twice`, say`leave one out, or name them with { label, value }`)
}
