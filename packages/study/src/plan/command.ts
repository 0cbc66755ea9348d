import type { AnySpec } from "../axes/complete.ts"

const quoted = (text: string): string => (/^[\w.,:=+/@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)

/** Words that leave a part of a spec to the data, and an empty list: what every subject takes unless told otherwise. */
const usual = new Set(["auto", "recorded", "[]"])

/** The commands of the runs that differ from this spec, complete, in the seed alone, by seed; they work from any folder. */
export const commandsOf = (spec: AnySpec): ((seed: number) => string) => {
  const { seed: _, ...parts } = spec
  const sets = Object.entries(parts).flatMap(([part, value]: readonly [string, unknown]) => {
    const text = typeof value === "string" ? value : JSON.stringify(value)
    return usual.has(text) ? [] : [`--set ${quoted(`${part}=${text}`)}`]
  })
  return (seed) => ["rulescope run", `--seed ${seed}`, ...sets].join(" ")
}
