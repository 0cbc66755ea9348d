import { decodeRunSpec, RunEvent, RunResult, type RunSpec } from "@rulescope/automata"
import { type NamedBytes, type Sentence, sentenceOf } from "@rulescope/core"
import { type OpenedRun, openFiles } from "@rulescope/run-folder"
import { Effect, Schema } from "effect"
import { nothingYet, reduceRun, type Run, type RunState } from "../run/runState.ts"
import { configValue, type Draft } from "../state/draft.ts"
import type { FileStore } from "../state/files.ts"

type Opened =
  | {
      readonly ok: true
      readonly draft: Draft
      readonly run: Run | null
      readonly files: FileStore
      readonly model: { readonly key: string; readonly bytes: Uint8Array } | null
    }
  | { readonly ok: false; readonly why: Sentence }

const lastPart = (path: string): string => path.split(/[/\\]/).at(-1) ?? path

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

/** A spec names its recording as it lay on its machine; here it has its last name. */
const here = (spec: RunSpec): RunSpec => {
  const path = configValue(spec.generator, "path")
  if (typeof path !== "string") return spec
  return {
    ...spec,
    generator: { ...spec.generator, config: { ...(spec.generator.config as object), path: lastPart(path) } }
  }
}

const open = (found: OpenedRun, nextId: () => number): Opened => {
  const result = found.result === null ? null : decodeResult(found.result)
  const spec = here(result?.spec ?? Effect.runSync(decodeRunSpec(found.spec)))
  const path = configValue(spec.generator, "path")
  const recording = typeof path === "string" ? found.others.get(path) : undefined
  const files: FileStore =
    recording === undefined ? new Map() : new Map([[path as string, [{ name: path as string, bytes: recording }]]])
  if (result === null) return { ok: true, draft: spec, run: null, files, model: null }
  const id = nextId()
  const events = found.events.map((event) => decodeEvent(event))
  return {
    ok: true,
    draft: spec,
    files,
    model: found.model === undefined ? null : { key: result.model.key, bytes: found.model },
    run: {
      id,
      name: spec.name ?? `#${id}`,
      status: "finished",
      failure: null,
      tensors: null,
      reading: false,
      kept: null,
      soFar: null,
      events,
      state: stateOf({ ...result, spec }, events)
    }
  }
}

/** Opens a spec, a result, or a folder or archive of a kept run; null when the files are none of these. */
export const openRun = (files: ReadonlyArray<NamedBytes>, nextId: () => number): Opened | null => {
  try {
    const found = openFiles(files)
    return found === null ? null : open(found, nextId)
  } catch (error) {
    return { ok: false, why: sentenceOf(error) }
  }
}
