import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Recording } from "../src/index.ts"
import { readNpz } from "./npz.ts"

/** Recorded evolutions beside the repository; they are no part of it. */
const folder = fileURLToPath(new URL("../../../../../shared/recordings", import.meta.url))

export const hasRecordings = existsSync(folder)

/** What a recording says of itself. */
export interface Facts {
  readonly id: string
  readonly rule: string
  readonly family: string
  readonly states: number
  readonly boundary: string
  readonly variant: string
  readonly map_rule?: string | null
  readonly support?: {
    readonly configs_seen_of_512?: number
    readonly totalistic?: Readonly<Record<string, number>>
    readonly isotropic?: Readonly<Record<string, number>>
  }
}

export const recordingIds = (): ReadonlyArray<string> =>
  readdirSync(folder).flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -5)] : []))

export const factsOf = (id: string): Facts => JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8")) as Facts

export const readRecording = (id: string): Recording => {
  const { shape, values } = readNpz(readFileSync(join(folder, `${id}.npz`))).get("states")!
  const { rule, states } = factsOf(id)
  const [frames, height, width] = shape as [number, number, number]
  return { source: id, width, height, frames, states, cells: values, boundary: "auto", rule }
}
