import { zipSync } from "fflate"

/** Names of the files of a kept run. */
export const names = {
  spec: "spec.json",
  events: "events.jsonl",
  model: "model.safetensors",
  seconds: "seconds.json",
  evidence: "evidence.json",
  estimate: "estimate.json",
  verdicts: "verdict.json",
  result: "result.json"
} as const

export type Content = string | Uint8Array

/** A finished run as it is kept; everything that comes from the run is encoded, that is JSON. */
export interface RunContent {
  readonly result: {
    readonly spec: unknown
    readonly evidence: unknown
    readonly estimate: unknown
    readonly verdicts: unknown
  }
  /** Everything that it said, in order; undefined where it was written while it was said. */
  readonly events: ReadonlyArray<unknown> | undefined
  /** By stage, and in all. */
  readonly seconds: Readonly<Record<string, number>>
  /** The trained network; undefined where there is none. */
  readonly model: Uint8Array | undefined
  /** Figures and tables by file name. */
  readonly figures: ReadonlyArray<readonly [name: string, content: Content]>
}

/** A value as a file that people read. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** One value a line. */
export const linesOf = (values: ReadonlyArray<unknown>): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join("")

/** The files of a kept run in the order in which they are to be written: the result last, so that where it is, all else is. */
export const filesOfRun = ({
  events,
  figures,
  model,
  result,
  seconds
}: RunContent): ReadonlyArray<readonly [name: string, content: Content]> => [
  [names.spec, jsonText(result.spec)],
  ...(events === undefined ? [] : [[names.events, linesOf(events)] as const]),
  ...(model === undefined ? [] : [[names.model, model] as const]),
  ...figures,
  [names.seconds, jsonText(seconds)],
  [names.evidence, jsonText(result.evidence)],
  [names.estimate, jsonText(result.estimate)],
  [names.verdicts, jsonText(result.verdicts)],
  [names.result, jsonText(result)]
]

/** Files as one archive; the same files give the same bytes. */
export const archiveOf = (files: ReadonlyArray<readonly [name: string, content: Content]>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      files.map(([name, content]) => [name, typeof content === "string" ? new TextEncoder().encode(content) : content])
    ),
    { mtime: new Date(1980, 0, 1), level: 6 }
  )
