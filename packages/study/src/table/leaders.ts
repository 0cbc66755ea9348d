import { metricKind } from "../analysis/metricKind.ts"
import type { Point, StudyRow } from "../StudyRow.ts"

/** The runs of one cell so far, with the mean of every metric over those that have it. */
export interface Leader {
  readonly group: string
  readonly point: Point
  readonly done: number
  readonly failed: number
  readonly means: Readonly<Record<string, number | null>>
}

/** A number that is larger, the better the metric is. */
const merit = (metric: string, value: number | null): number => {
  if (value === null) return -Infinity
  const { better } = metricKind(metric)
  return better === "higher" ? value : better === "lower" ? -value : -Math.abs(value)
}

/** By the settings themselves, so that equal cells stand alike however their runs came. */
const byPoint = (a: Point, b: Point): number => {
  for (const axis of Object.keys(a)) {
    const [left, right] = [a[axis], b[axis]]
    if (left === right) continue
    if (typeof left === "number" && typeof right === "number") return left - right
    return String(left) < String(right) ? -1 : 1
  }
  return 0
}

/** Adds up rows as they come, so that a table of a long study costs nothing at its end. */
export const makeLeaders = () => {
  const cells = new Map<
    string,
    { point: Point; done: number; failed: number; sums: Map<string, { sum: number; count: number }> }
  >()
  const add = ({ group, metrics, point, status }: StudyRow): void => {
    let cell = cells.get(group)
    if (cell === undefined) cells.set(group, (cell = { point, done: 0, failed: 0, sums: new Map() }))
    if (status === "failed") return void cell.failed++
    cell.done++
    for (const [name, value] of Object.entries(metrics)) {
      if (value === null) continue
      const known = cell.sums.get(name)
      if (known === undefined) cell.sums.set(name, { sum: value, count: 1 })
      else {
        known.sum += value
        known.count++
      }
    }
  }
  /** The cells with the best means of the first metric, the next metrics, and then the settings, deciding between equal ones. */
  const best = (metrics: ReadonlyArray<string>, most: number): ReadonlyArray<Leader> =>
    Array.from(cells, ([group, { done, failed, point, sums }]): Leader => ({
      group,
      point,
      done,
      failed,
      means: Object.fromEntries(
        metrics.map((name) => {
          const known = sums.get(name)
          return [name, known === undefined ? null : known.sum / known.count]
        })
      )
    }))
      .sort((a, b) => {
        for (const name of metrics) {
          const [left, right] = [merit(name, a.means[name]!), merit(name, b.means[name]!)]
          if (left !== right) return right - left
        }
        return byPoint(a.point, b.point)
      })
      .slice(0, most)
  return { add, best, cells: () => cells.size }
}
