import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"

/** How far a sample may be from its place, in intervals. */
const slack = 0.01

/** Most empty samples that a gap in time is filled with. */
const mostEmpty = 10_000_000

/** Where samples stand on a grid of equal intervals. */
export interface Grid {
  readonly interval: number
  /** Place of each sample, increasing from 0. */
  readonly places: ReadonlyArray<number> | null
  /** Number of places. */
  readonly count: number
}

/** The grid of times in their order: the interval is the middle one of the differences; where one is several, samples are missing. */
export const gridOf = (times: Float64Array): Read<Grid> => {
  const differences = Float64Array.from({ length: times.length - 1 }, (_, i) => times[i + 1]! - times[i]!)
  const backwards = differences.findIndex((difference) => !(difference > 0))
  if (backwards >= 0) {
    return unreadable(
      `time does not increase from sample ${backwards + 1} to ${backwards + 2}: ${times[backwards]} to ${times[backwards + 1]}`,
      "sort the samples, and give each recording a table of its own or a number in a column named recording"
    )
  }
  const rough = differences.toSorted()[Math.floor(differences.length / 2)]!
  const steps = differences.reduce((sum, difference) => sum + Math.round(difference / rough), 0)
  const interval = (times[times.length - 1]! - times[0]!) / steps
  const places = [0]
  let isWhole = true
  for (let i = 0; i < differences.length; i++) {
    const step = differences[i]! / interval
    const whole = Math.round(step)
    if (Math.abs(step - whole) > slack || whole < 1) {
      return unreadable(
        `samples are not at equal intervals: ${differences[i]} after ${times[i]}, ${rough} elsewhere`,
        "sample again at equal intervals; whole gaps are missing samples"
      )
    }
    if (whole !== 1) isWhole = false
    places.push(places[i]! + whole)
  }
  if (steps + 1 - times.length > mostEmpty)
    return unreadable("most of the time between the samples is empty", "cut it out")
  // Times written with few digits give 0.099999 for 0.1.
  const round = Number(interval.toPrecision(9))
  return Result.succeed({ interval: round, places: isWhole ? null : places, count: steps + 1 })
}
