import { counterFigure, counterFigureSvg } from "@rulescope/charts"
import { svgToPng } from "@rulescope/charts/png"
import { RunEvent, RunResult, RunSpec } from "@rulescope/automata"
import { StageCache } from "@rulescope/core"
import { Effect, Option, Schema } from "effect"
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { BadInput } from "./Exit.ts"

/** A folder that keeps one run. */
interface RunFolder {
  readonly path: string
  readonly note: (event: RunEvent) => void
  readonly finish: (
    result: RunResult,
    seconds: Readonly<Record<string, number>>
  ) => Effect.Effect<void, never, StageCache.StageCache>
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const encodeSpec = Schema.encodeUnknownSync(RunSpec)
const encodeEvent = Schema.encodeUnknownSync(RunEvent)
const encodeResult = Schema.encodeUnknownSync(RunResult)

/** Opens a folder for a run. A folder that holds anything but the same run is left alone. */
export const openFolder = Effect.fn("Keep.openFolder")(function* (path: string, spec: RunSpec) {
  const specFile = join(path, "spec.json")
  const text = pretty(encodeSpec(spec))
  if (existsSync(path) && readdirSync(path).length > 0) {
    if (!existsSync(specFile)) {
      return yield* new BadInput({ reason: `${path} is not empty and holds no run`, remedy: "choose another --out" })
    }
    if (readFileSync(specFile, "utf8") !== text) {
      return yield* new BadInput({
        reason: `${path} holds a run of another spec`,
        remedy: "choose another --out, nothing was changed"
      })
    }
  }
  mkdirSync(path, { recursive: true })
  writeFileSync(specFile, text)
  const events = join(path, "events.jsonl")
  writeFileSync(events, "")
  const folder: RunFolder = {
    path,
    note: (event) => appendFileSync(events, `${JSON.stringify(encodeEvent(event))}\n`),
    finish: Effect.fn("Keep.finish")(function* (result, seconds) {
      const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(path, name), content)
      write("estimate.json", pretty(result.estimate))
      write("verdict.json", pretty(result.verdicts))
      write("evidence.json", pretty(result.evidence))
      write("result.json", pretty(encodeResult(result)))
      write("seconds.json", pretty(seconds))
      const model = yield* (yield* StageCache.StageCache).get(result.model.key)
      if (Option.isSome(model)) write("model.safetensors", model.value)
      const svg = counterFigureSvg(counterFigure(result))
      write("counters.svg", svg)
      write("counters.png", yield* Effect.promise(() => svgToPng(svg, { scale: 2 })))
    })
  }
  return folder
})
