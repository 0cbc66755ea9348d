import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import type { ValueArray } from "../arrays/array.ts"
import { nothingStated, type Statement, type Value } from "../sheet.ts"
import { type ArrayBuilder, makeArrayBuilder, wrongLists } from "./builder.ts"

/** Names under which frames are kept, the likeliest first. */
const names = ["states", "frames", "generations", "cells", "grids", "grid", "data", "history", "evolution"]

const remedy = 'call the list of frames "states"'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The list of cells in an object: the one of the likeliest name, else its only list. */
const listIn = (object: Readonly<Record<string, unknown>>): ReadonlyArray<unknown> | null => {
  const entries = new Map(Object.entries(object).map(([name, value]) => [name.toLowerCase(), value]))
  for (const name of names) {
    const value = entries.get(name)
    if (Array.isArray(value)) return value
  }
  const lists = [...entries.values()].filter((value) => Array.isArray(value))
  return lists.length === 1 ? lists[0]! : null
}

const add = (value: unknown, builder: ArrayBuilder): string | null => {
  if (Array.isArray(value)) {
    let wrong = builder.open()
    for (const entry of value) wrong ??= add(entry, builder)
    return wrong ?? builder.close()
  }
  if (isObject(value)) {
    const list = listIn(value)
    return list === null ? "an object holds no list of cells" : add(list, builder)
  }
  if (typeof value === "string" && value.length > 1) return add([...value], builder)
  if (typeof value === "boolean") return builder.value(value ? 1 : 0)
  const text = typeof value === "string" && /^\d$/.test(value) ? Number(value) : value
  return builder.value(text as Value)
}

/** What an object says beside its frames. */
const statementOf = (object: Readonly<Record<string, unknown>>): Statement => {
  const { boundary, rule } = object
  const known = (["torus", "dead", "unknown"] as const).find((one) => one === boundary)
  return { ...nothingStated, boundary: known ?? "auto", rule: typeof rule === "string" ? rule : null }
}

/** Whether JSON holds objects, which lists alone do not. */
export const holdsObjects = (text: string): boolean => /^\s{0,99}(?:\[\s{0,99})?\{\s{0,99}"/.test(text)

/** Frames in a JSON object, or in a list of one object a frame. */
export const readObjects = (text: string): Read<{ array: ValueArray; statement: Statement }> =>
  Result.gen(function* () {
    const parsed = Result.try(() => JSON.parse(text) as unknown)
    if (Result.isFailure(parsed)) return yield* unreadable("this is not JSON, or cut short", "save it again")
    const value = parsed.success
    const builder = makeArrayBuilder(text.length)
    const list = isObject(value) ? listIn(value) : value
    if (list === null) return yield* unreadable("the object holds no list that must be the frames", remedy)
    const wrong = add(list, builder)
    if (wrong !== null) return yield* wrongLists(wrong, null)
    return { array: yield* builder.finish(), statement: isObject(value) ? statementOf(value) : nothingStated }
  })
