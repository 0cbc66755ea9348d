import type { RunEvent } from "@rulescope/automata"
import { familyLines } from "./familyLines.ts"
import { makeLines } from "./Lines.ts"
import { duration, grouped, yellow } from "./Terminal.ts"

/** Tells a run on stderr as it happens: one line a stage, the stage at work rewritten in place on a terminal. */
export interface Progress {
  readonly show: (event: RunEvent) => void
  /** Clears the unfinished line. */
  readonly close: () => void
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`

/** Describes recordings: "8 recordings, 64 × 64 torus, 33 frames". */
const describeRecordings = (recordings: Extract<RunEvent, { _tag: "RecordingsReady" }>["recordings"]): string => {
  const [first] = recordings
  if (first === undefined) return "no recordings"
  const alike = recordings.every(
    (r) => r.width === first.width && r.height === first.height && r.frames === first.frames
  )
  const name = recordings.length === 1 ? first.source : `${recordings.length} recordings`
  const shape = alike ? `, ${first.width} × ${first.height}, ${first.frames} frames` : ""
  const heldOut = recordings.reduce((sum, r) => sum + r.heldOut.length, 0)
  const total = heldOut + recordings.reduce((sum, r) => sum + r.training.length, 0)
  const boundaries = [...new Set(recordings.map((r) => r.boundary))].join(", ")
  return `${name}${shape}, border ${boundaries}; ${heldOut} of ${total} transitions held out`
}

/** Describes training: "140 distinct rows of moore-1 a step, on wasm". */
const describeTraining = ({ backend, field, on, rows }: Extract<RunEvent, { _tag: "TrainingStarted" }>): string =>
  `${grouped(rows)} ${on === "census" ? `distinct rows of ${field}` : `whole frames, seen through ${field},`} a step, on ${backend}`

/** What was kept and is not believed. */
export const damagedText = (key: string): string =>
  `what was kept under ${key.slice(0, 12)} is not what was written there; it is computed anew`

export const makeProgress = (stream: NodeJS.WriteStream): Progress => {
  const { clear, options, rewrite, write } = makeLines(stream)
  let pending = ""
  const show = (event: RunEvent): void => {
    switch (event._tag) {
      case "RunStarted":
        return write(
          "run",
          event.spec.name ?? `${event.spec.generator.id} → ${event.spec.backbone.id} → ${event.spec.inferrer.id}`
        )
      case "StageStarted":
        pending = ""
        return rewrite(event.stage, "…")
      case "RecordingsReady":
        return write("data", describeRecordings(event.recordings))
      case "CensusTaken":
        return write(
          "census",
          `${grouped(event.cells)} cells, ${grouped(event.patterns)} of ${grouped(event.of)} patterns seen`
        )
      case "FamilyChosen":
        for (const [stage, text] of familyLines(event)) write(stage, text)
        return
      case "TrainingStarted":
        return write("fit", describeTraining(event))
      case "TrainingProgressed":
        pending = `step ${event.step}, loss ${event.loss.toPrecision(3)}, accuracy ${percent(event.accuracy)}, patterns right ${event.patternsRight}/${event.patterns}`
        return rewrite("fit", pending)
      case "TrainingRestarted":
        return write("fit", yellow(`attempt ${event.attempt} from a new seed: ${event.because}`, options))
      case "StageFinished":
        if (event.stage === "fit")
          write("fit", event.reused ? "reused from the cache" : `${pending} in ${duration(event.seconds)}`)
        else if (event.stage !== "verify") clear()
        return
      case "EntryDamaged":
        return write("cache", yellow(damagedText(event.key), options))
      case "RuleInferred":
        return write(
          "infer",
          `${event.estimate.rule ?? `${event.estimate.range.min} … ${event.estimate.range.max}`}${event.from === undefined ? "" : `, from ${event.from === "all frames" ? "all frames" : "the training part"}`}`
        )
      case "VerdictReached":
        return write("verify", `${event.part}: ${event.verdict.because}`)
      case "Judged":
        return write("verdict", `${event.judgement.status}: ${event.judgement.because}`)
      default:
        return
    }
  }
  return { show, close: clear }
}
