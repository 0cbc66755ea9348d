import { filter, type Innovations, type Law, type Trajectory } from "@rulescope/sde"

/**
 * What a law leaves of readings that have errors, or of which coordinates are hidden: each reading less what the
 * filter expects of it, in units of its predicted deviation. The recorded coordinates are the first ones of the law.
 */
export const filteredInnovations = (
  law: Law,
  readingError: number,
  { interval, space, values }: Trajectory
): Innovations => {
  const d = space.coordinates.length
  const observed = space.coordinates.map((_, k) => k)
  const { innovations, steps } = filter(
    law,
    { observed, readingError: observed.map(() => readingError) },
    { interval, values }
  )
  const own = innovations.slice(d)
  const logs = steps.slice(1)
  let counted = 0
  let score = 0
  for (let t = 0; t < logs.length; t++) {
    const isWhole = own.subarray(t * d, (t + 1) * d).every((value) => !Number.isNaN(value))
    if (!isWhole) {
      logs[t] = Number.NaN
      own.fill(Number.NaN, t * d, (t + 1) * d)
      continue
    }
    counted++
    score += logs[t]!
  }
  return { values: own, own, logs, steps: counted, score: score / counted }
}
