import { resolve } from "node:path"

/** The path of a recording that was given; `-` stays what it is, standard input. */
export const recordingAt = (given: string): string => (given === "-" ? given : resolve(given))

export type Json = null | boolean | number | string | ReadonlyArray<Json> | { readonly [key: string]: Json }

/** A copy of a JSON value with one place set; objects on the way are made when missing. */
export const assign = (value: Json, path: string, content: Json): Json => {
  const [key, ...rest] = path.split(".")
  if (key === undefined || key === "") return content
  const object =
    value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Record<string, Json>) : {}
  return { ...object, [key]: rest.length === 0 ? content : assign(object[key] ?? {}, rest.join("."), content) }
}
