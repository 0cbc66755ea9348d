import { makeLeaders, type StudyEvent, type StudyRow, type StudySpec } from "@rulescope/study"
import { damagedText } from "../display/Progress.ts"
import { dim, duration, grouped, optionsOf, red, yellow } from "../display/Terminal.ts"
import { leaderLines } from "./leaders.ts"

/** Tells a study on stderr as it happens: one live display on a terminal, else a plain line now and then. */
export interface StudyProgress {
  /** `now`: milliseconds of a clock that nobody sets. */
  readonly show: (event: StudyEvent, now: number) => void
  readonly close: () => void
  /** Rows of this study so far, and those of them that failed. */
  readonly counts: () => { readonly done: number; readonly failed: number }
}

/** Milliseconds between two drawings of the live display, and between two plain lines. */
const pace = { live: 150, plain: 5000 }

const bar = (share: number, width: number): string => {
  const full = Math.round(share * width)
  return `${"━".repeat(full)}${" ".repeat(width - full)}`
}

const failure = ({ error, point, seed }: StudyRow): string =>
  `failed: ${Object.entries(point)
    .map(([axis, value]) => `${axis} ${value}`)
    .join(", ")}, seed ${seed}: ${error!.message}`

export const makeStudyProgress = (stream: NodeJS.WriteStream, study: StudySpec): StudyProgress => {
  const options = optionsOf(stream)
  const means = makeLeaders()
  let begun = 0
  let drawn = 0
  let lines = 0
  let total = 0
  let done = 0
  let failed = 0
  let fresh = 0
  let atWork = 0
  let trained = 0

  const erase = () => {
    if (lines > 0) stream.write(`\u001b[${lines}A\u001b[0J`)
    lines = 0
  }
  const status = (now: number): string => {
    const seconds = (now - begun) / 1000
    const rate = fresh / Math.max(seconds, 1e-3)
    const parts = [
      `${grouped(done)} of ${grouped(total)} runs`,
      ...(failed > 0 ? [red(`${grouped(failed)} failed`, options)] : []),
      `${grouped(trained)} trained`,
      ...(done < total && atWork > 0 ? [`${grouped(atWork)} task${atWork === 1 ? "" : "s"} at work`] : []),
      ...(fresh > 0 ? [`${rate >= 10 ? rate.toFixed(0) : rate.toPrecision(2)} runs/s`] : []),
      ...(fresh > 0 && done < total && seconds > 3 ? [`${duration((total - done) / rate)} left`] : [])
    ]
    return parts.join(", ")
  }
  const draw = (now: number) => {
    drawn = now
    const text = [
      `  ${study.name}  ${dim(bar(total === 0 ? 1 : done / total, 24), options)}`,
      `  ${status(now)}`,
      ...(means.cells() > 1 ? ["", ...leaderLines(study, means.best(study.metrics, 5), options)] : [])
    ]
    erase()
    stream.write(`${text.join("\n")}\n`)
    lines = text.length
  }
  const say = (text: string) => {
    erase()
    stream.write(`  ${text}\n`)
  }
  const count = (row: StudyRow) => {
    done++
    if (row.status === "failed") failed++
    means.add(row)
  }
  let last = 0
  const show: StudyProgress["show"] = (event, now) => {
    last = now
    if (event._tag === "StudyStarted") {
      begun = now
      total = event.done.length + event.runs
      for (const row of event.done) count(row)
      if (!options.live || event.done.length > 0) {
        say(
          `${study.name}: ${grouped(event.runs)} runs in ${grouped(event.tasks)} tasks${event.done.length === 0 ? "" : `, ${grouped(event.done.length)} are there already`}`
        )
      }
    } else if (event._tag !== "RunEnded") atWork += event._tag === "TaskStarted" ? 1 : -1
    else {
      count(event.row)
      fresh++
      if (event.trained) trained++
      for (const key of event.damaged) say(yellow(damagedText(key), options))
      if (event.row.status === "failed" && failed <= 20) say(red(failure(event.row), options))
    }
    if (options.live ? now - drawn < pace.live : now - drawn < pace.plain) return
    if (options.live) draw(now)
    else if (fresh > 0) {
      drawn = now
      say(status(now))
    }
  }
  return {
    show,
    close: () => {
      if (fresh > 0) say(status(last))
    },
    counts: () => ({ done, failed })
  }
}
