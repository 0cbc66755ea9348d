import { type Census, type Partition } from "@rulescope/lattice"
import { HiddenPatterns } from "@rulescope/noise"
import type { Half } from "./halves.ts"
import { logSum } from "../logSum.ts"

/** Observation noise from which labels are set free; the best end wins. */
const starts = [0.0005, 0.01, 0.03, 0.06, 0.1, 0.15, 0.2]
/** Steps of expectation-maximisation: labels free, labels sharp, and every pattern with a weight of its own. */
const steps = { soft: 80, sharp: 40, last: 80 }

/** A model of a partition, and the log-likelihood it reached. */
interface Reached {
  readonly model: HiddenPatterns
  readonly logLikelihood: number
}

const better = (a: Reached, b: Reached): Reached => (b.logLikelihood > a.logLikelihood ? b : a)

const fitFree = (partition: Partition, census: Census): Reached =>
  starts
    .map((observation) => {
      const model = new HiddenPatterns(partition, census, { observation, dynamic: 0 })
      model.run(steps.soft, { labels: true })
      model.sharpen()
      return { model, logLikelihood: model.run(steps.sharp, { observation: true }) }
    })
    .reduce(better)

/** Fitted with the labels of another partition's model, which vote with the weights of their patterns. */
const borrow = (partition: Partition, census: Census, { model }: Reached): Reached => {
  const { classes, states } = partition
  const votes = new Float64Array(classes.length * states)
  for (const [pattern, index] of partition.partition!.entries()) {
    votes[index * states + model.label(model.family.partition![pattern]!)]! += model.weights[pattern]!
  }
  const borrowed = new HiddenPatterns(partition, census, model.noise)
  borrowed.labels = votes
  borrowed.sharpen()
  return { model: borrowed, logLikelihood: borrowed.run(steps.sharp, { observation: true }) }
}

/** Weights and noise once more, without smoothing and with misfires, so that partitions can be compared. */
const finish = ({ model }: Reached): HiddenPatterns => {
  model.smoothing = 0
  const misfiring = model.copy()
  misfiring.noise = { observation: 0.8 * model.noise.observation, dynamic: 0.2 * model.noise.observation }
  const plain = model.run(steps.last, { observation: true })
  return misfiring.run(steps.last, { observation: true, dynamic: true }) > plain ? misfiring : model
}

/**
 * The best labels of every partition: set free from several rates of noise, or taken from another partition where
 * that explains the census better. Yields between pieces of work.
 */
export function* fitUnderNoise(
  partitions: ReadonlyArray<Partition>,
  census: Census
): Generator<void, ReadonlyArray<HiddenPatterns>> {
  const found: Array<Reached> = []
  for (const partition of partitions) {
    found.push(found.map((other) => borrow(partition, census, other)).reduce(better, fitFree(partition, census)))
    yield
  }
  for (let i = partitions.length - 2; i >= 0; i--) {
    found[i] = found
      .slice(i + 1)
      .map((other) => borrow(partitions[i]!, census, other))
      .reduce(better, found[i]!)
    yield
  }
  return found.map(finish)
}

/** The log-likelihood of a census under the labels of a model, and what any other label of a class would change. */
const changes = (model: HiddenPatterns) => {
  const { classes, states } = model.family
  const now = model.copy().step()
  const by = new Float64Array(classes.length * states)
  for (let index = 0; index < classes.length; index++) {
    for (let label = 0; label < states; label++) {
      if (label === model.label(index)) continue
      const rival = model.copy()
      rival.setLabel(index, label)
      by[index * states + label] = rival.step() - now
    }
  }
  return { now, by }
}

/**
 * How well labels found in one half of the data predict the other half, tile by tile: its composite log-likelihood
 * (Lindsay 1988), weights and noise fitted anew, labels averaged as far as the first half leaves them in doubt; less
 * what it takes to write the labels down, log(states) for each class as far as its label matters, of which each
 * half bears a half.
 *
 * Cells of a census depend on each other, and a world at rest shows the same few over and over: its own likelihood
 * takes their noise for a rule. The other half has other noise.
 */
export const scoreUnderNoise = (model: HiddenPatterns, { sum, tiles }: Half): ReadonlyArray<number> => {
  const { classes, states } = model.family
  const elsewhere = model.on(sum)
  elsewhere.run(steps.last, { observation: true })
  const found = changes(model)
  const predicted = changes(elsewhere)
  let terms = 0
  for (let index = 0; index < classes.length; index++) {
    const leads = Array.from({ length: states }, (_, label) => Math.min(0, found.by[index * states + label]!))
    const all = logSum(leads)
    terms += logSum(leads.map((lead, label) => lead - all + predicted.by[index * states + label]!))
    terms += (all - Math.log(states)) / 2
  }
  const chances = elsewhere.chances().map((p) => Math.log(Math.max(p, 1e-300)))
  return tiles.map(({ counts }) =>
    counts.reduce((score, count, at) => score + count * chances[at]!, terms / tiles.length)
  )
}
