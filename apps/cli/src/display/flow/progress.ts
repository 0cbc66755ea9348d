import type { RecordingInfo, RunEvent } from "@rulescope/flow"
import type { Progress } from "../../subjects/Shown.ts"
import { makeLines } from "../Lines.ts"
import { duration, grouped } from "../Terminal.ts"

/** Describes recordings: "30,000 samples of phi1 (phase), x (real), one every 0.1; 6,000 held out". */
const describeRecordings = (recordings: Extract<RunEvent, { _tag: "RecordingsReady" }>["recordings"]): string => {
  const [first] = recordings
  if (first === undefined) return "no recordings"
  const columns = first.coordinates.map(({ kind, name, wrapped }) => `${name} (${wrapped ? "wrapped " : ""}${kind})`)
  const sum = (of: (one: RecordingInfo) => number): number => recordings.reduce((total, one) => total + of(one), 0)
  const missing = sum((one) => one.missing)
  return [
    recordings.length === 1 ? `${first.source}: ` : `${recordings.length} recordings: `,
    `${grouped(sum((one) => one.samples))} samples of ${columns.join(", ")}, one every ${first.interval}`,
    missing === 0 ? "" : `, ${grouped(missing)} missing`,
    `; ${grouped(sum((one) => one.samples - one.heldOutFrom))} held out`
  ].join("")
}

/** Tells a run of a flow on stderr as it happens. */
export const flowProgress = (stream: NodeJS.WriteStream): Progress<RunEvent> => {
  const { clear, rewrite, write } = makeLines(stream)
  let pending = ""
  const show = (event: RunEvent): void => {
    switch (event._tag) {
      case "RunStarted": {
        const { backbone, generator, inferrer, name } = event.spec
        return write("run", name ?? `${generator.id} → ${backbone.id} → ${inferrer.id}`)
      }
      case "StageStarted":
        pending = ""
        return rewrite(event.stage, "…")
      case "RecordingsReady":
        return write("data", describeRecordings(event.recordings))
      case "LibraryChosen":
        return write("choose", `${event.decision.names.length} terms for each equation: ${event.decision.because}`)
      case "CensusTaken":
        return write("census", `${grouped(event.steps)} steps in ${grouped(event.bins)} bins`)
      case "TrainingStarted":
        return write(
          "fit",
          `${grouped(event.rows)} ${event.on === "census" ? "bins" : "steps"} at once, on ${event.backend}`
        )
      case "TrainingProgressed":
        pending = `step ${event.step}, loss ${event.loss.toFixed(4)}`
        return rewrite("fit", pending)
      case "StageFinished":
        if (event.stage === "fit" && event.reused) return write("fit", "reused from the cache")
        if (event.stage === "fit" && pending !== "") return write("fit", `${pending} in ${duration(event.seconds)}`)
        return clear()
      case "LawInferred": {
        const open = event.estimate.classes.filter(({ state }) => state === "undetermined").length
        return write("infer", event.estimate.law ?? `${open} of ${event.estimate.classes.length} terms undetermined`)
      }
      case "VerdictReached":
        return write("verify", `${event.verdict.status}, ${event.verdict.because}`)
      default:
        return
    }
  }
  return { show, close: clear }
}
