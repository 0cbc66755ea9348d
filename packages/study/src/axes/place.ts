import type { Schema } from "effect"

/** The JSON value at a place; undefined when there is none. */
export const lookUp = (value: Schema.Json | undefined, path: ReadonlyArray<string>): Schema.Json | undefined => {
  let at: any = value
  for (const part of path) {
    if (at === null || typeof at !== "object") return undefined
    at = at[part]
  }
  return at as Schema.Json | undefined
}

/** A copy with one place set; objects on the way are made when missing, places in lists are counted from 0. */
export const assign = (
  value: Schema.Json | undefined,
  path: ReadonlyArray<string>,
  content: Schema.Json
): Schema.Json => {
  const [key, ...rest] = path
  if (key === undefined) return content
  if (Array.isArray(value)) {
    const list = [...(value as ReadonlyArray<Schema.Json>)]
    list[Number(key)] = assign(list[Number(key)], rest, content)
    return list
  }
  const object = value !== null && typeof value === "object" ? (value as Readonly<Record<string, Schema.Json>>) : {}
  return { ...object, [key]: assign(object[key], rest, content) }
}
