import type { Weight } from "@rulescope/core"
import type { Model } from "@rulescope/flow"
import type { KramersMoyal, Space } from "@rulescope/sde"

/** Means of the increments that begin in each visited bin; what the model's arrays hold. */
export interface Averages {
  readonly space: Space
  readonly interval: number
  /** Width of a bin of each coordinate. */
  readonly widths: ArrayLike<number>
  /** Increments of each bin. */
  readonly counts: ArrayLike<number>
  /** Mean state, bins × coordinates. */
  readonly states: ArrayLike<number>
  /** Mean increment, bins × coordinates. */
  readonly means: ArrayLike<number>
  /** Covariance of the increment about its mean, bins × coordinates × coordinates; of all bins together where n is small. */
  readonly covariances: ArrayLike<number>
}

const logTwoPi = Math.log(2 * Math.PI)

/** Pooled covariance of increments about the means of their bins. */
const pooled = ({ counts, increments, products, space }: KramersMoyal): Float64Array => {
  const d = space.coordinates.length
  const sum = new Float64Array(d * d)
  let steps = 0
  for (let c = 0; c < counts.length; c++) {
    steps += counts[c]!
    for (let k = 0; k < d; k++) {
      for (let l = 0; l < d; l++) {
        const apart = (increments[c * d + k]! * increments[c * d + l]!) / counts[c]!
        sum[k * d + l] = sum[k * d + l]! + products[(c * d + k) * d + l]! - apart
      }
    }
  }
  const free = Math.max(1, steps - counts.length)
  return sum.map((value) => value / free)
}

/** Visits at which a bin's own covariance counts as much as that of all bins together. */
const trust = 50

/** The averages of a census as a model; its loss is that of normal increments with the pooled covariance. */
export const encodeAverages = (backbone: string, config: { readonly width: number }, census: KramersMoyal): Model => {
  const { bins, counts, increments, interval, products, space, states } = census
  const d = space.coordinates.length
  const cells = counts.length
  const together = pooled(census)
  const covariances = new Float32Array(cells * d * d)
  for (let c = 0; c < cells; c++) {
    const n = counts[c]!
    for (let k = 0; k < d; k++) {
      for (let l = 0; l < d; l++) {
        const own = products[(c * d + k) * d + l]! - (increments[c * d + k]! * increments[c * d + l]!) / n
        covariances[(c * d + k) * d + l] = (own + trust * together[k * d + l]!) / (n - 1 + trust)
      }
    }
  }
  const perVisit = (sums: Float64Array): Float32Array =>
    Float32Array.from(sums, (sum, i) => sum / counts[Math.floor(i / d)]!)
  const weight = (name: string, shape: ReadonlyArray<number>, values: Float32Array): Weight => ({ name, shape, values })
  const weights = [
    weight(
      "widths",
      [d],
      Float32Array.from(bins.counts, (count, k) => (bins.ranges[k]![1] - bins.ranges[k]![0]) / count)
    ),
    weight("counts", [cells], Float32Array.from(counts)),
    weight("states", [cells, d], perVisit(states)),
    weight("means", [cells, d], perVisit(increments)),
    weight("covariances", [cells, d, d], covariances)
  ]
  let loss = 0
  for (let k = 0; k < d; k++) loss += 0.5 * (logTwoPi + 1 + Math.log(Math.max(together[k * (d + 1)]!, 1e-300)))
  const parameters = cells * (d + (d * (d + 1)) / 2)
  return { info: { backbone, space, interval, config: { ...config }, parameters, steps: 0, loss }, weights }
}

/** Reads them back; undefined for a model of another backbone. */
export const averagesOf = ({ info: { interval, space }, weights }: Model): Averages | undefined => {
  const find = (name: string) => weights.find((one) => one.name === name)?.values
  const [widths, counts, states, means, covariances] = ["widths", "counts", "states", "means", "covariances"].map(find)
  if (!widths || !counts || !states || !means || !covariances) return undefined
  return { space, interval, widths, counts, states, means, covariances }
}
