import { decodeRunSpec, RunEvent, RunResult, type RunSpec } from "@rulescope/automata"
import { type NamedBytes } from "@rulescope/core"
import { Effect, Schema } from "effect"
import { unzipSync } from "fflate"
import { nothingYet, reduceRun, type Run, type RunState } from "../run/runState.ts"
import { configValue, type Draft } from "../state/draft.ts"
import type { FileStore } from "../state/files.ts"

type Opened =
  | { readonly ok: true; readonly draft: Draft; readonly run: Run | null; readonly files: FileStore }
  | { readonly ok: false; readonly why: string }

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const lastPart = (path: string): string => path.split(/[/\\]/).at(-1) ?? path

/** Files of a kept run: those of an archive, or those that were given. */
const membersOf = (files: ReadonlyArray<NamedBytes>): ReadonlyMap<string, Uint8Array> => {
  const [only] = files
  if (files.length === 1 && only!.name.toLowerCase().endsWith(".zip")) {
    return new Map(Object.entries(unzipSync(only!.bytes)).map(([name, bytes]) => [lastPart(name), bytes]))
  }
  return new Map(files.map(({ bytes, name }) => [name, bytes]))
}

const parsed = (bytes: Uint8Array): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(text(bytes))
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : null
  } catch {
    return null
  }
}

const decodeEvent = Schema.decodeUnknownSync(RunEvent)
const decodeResult = Schema.decodeUnknownSync(RunResult)

/** The state that a kept run ended in: from its events, else from its result. */
const stateOf = (result: RunResult, events: ReadonlyArray<RunEvent>): RunState => {
  const { census, estimate, evidence, family, recordings, spec, verdicts } = result
  const ended = {
    spec,
    recordings,
    census,
    evidence,
    estimate,
    verdicts,
    result,
    family: { family: family.id, criterion: family.criterion, scores: family.scores, symmetry: family.symmetry },
    counters: evidence.predicted
  }
  return { ...events.reduce(reduceRun, nothingYet), ...ended }
}

const eventsIn = (bytes: Uint8Array | undefined): ReadonlyArray<RunEvent> =>
  bytes === undefined
    ? []
    : text(bytes)
        .trim()
        .split("\n")
        .map((line) => decodeEvent(JSON.parse(line)))

/** A spec names its recording as it lay on its machine; here it has its last name. */
const here = (spec: RunSpec): RunSpec => {
  const path = configValue(spec.generator, "path")
  if (typeof path !== "string") return spec
  return {
    ...spec,
    generator: { ...spec.generator, config: { ...(spec.generator.config as object), path: lastPart(path) } }
  }
}

const open = (members: ReadonlyMap<string, Uint8Array>, nextId: () => number): Opened | null => {
  const single = members.size === 1 ? [...members.values()][0]! : undefined
  const resultBytes = members.get("result.json") ?? (single && parsed(single)?.["verdicts"] ? single : undefined)
  const specBytes = members.get("spec.json") ?? (single && parsed(single)?.["generator"] ? single : undefined)
  if (resultBytes === undefined && specBytes === undefined) return null
  const result = resultBytes === undefined ? null : decodeResult(parsed(resultBytes))
  const spec = here(result?.spec ?? Effect.runSync(decodeRunSpec(parsed(specBytes!))))
  const path = configValue(spec.generator, "path")
  const recording = typeof path === "string" ? members.get(path) : undefined
  const files: FileStore =
    recording === undefined ? new Map() : new Map([[path as string, [{ name: path as string, bytes: recording }]]])
  if (result === null) return { ok: true, draft: spec, run: null, files }
  const id = nextId()
  const events = eventsIn(members.get("events.jsonl"))
  return {
    ok: true,
    draft: spec,
    files,
    run: {
      id,
      name: spec.name ?? `#${id}`,
      status: "finished",
      failure: null,
      tensors: null,
      reading: false,
      soFar: null,
      events,
      state: stateOf({ ...result, spec }, events)
    }
  }
}

/** Opens a spec, a result, or a folder or archive of a kept run; null when the files are none of these. */
export const openRun = (files: ReadonlyArray<NamedBytes>, nextId: () => number): Opened | null => {
  try {
    return open(membersOf(files), nextId)
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) }
  }
}
