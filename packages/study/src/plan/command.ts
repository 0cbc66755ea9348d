import { RunSpec } from "@rulescope/automata"
import { Schema } from "effect"

const quoted = (text: string): string => (/^[\w.,:=+/@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)

const encode = Schema.encodeUnknownSync(RunSpec)

const usual = { family: "auto", heldOut: 0.2, stride: "recorded", augmenters: "[]" } as const

/** The commands of the runs that differ from this spec in the seed alone, by seed. */
export const commandsOf = (spec: RunSpec): ((seed: number) => string) => {
  const { seed: _, ...parts } = encode(spec) as unknown as Readonly<Record<string, unknown>>
  const sets = Object.entries(parts).flatMap(([part, value]) => {
    const text = typeof value === "string" ? value : JSON.stringify(value)
    return usual[part as keyof typeof usual]?.toString() === text ? [] : [`--set ${quoted(`${part}=${text}`)}`]
  })
  return (seed) => ["rulescope run", `--seed ${seed}`, ...sets].join(" ")
}

/** A command line that makes the run of this spec again, from any folder; what is the default is left out. */
export const commandOf = (spec: RunSpec): string => commandsOf(spec)(spec.seed)
