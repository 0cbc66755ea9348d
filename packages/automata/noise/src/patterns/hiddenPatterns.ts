import { actionOn, type Census, orbits, type Partition } from "@rulescope/lattice"
import { errorsOn, spread } from "./spread.ts"

/** Rates of error, 0 to 1: of a recorded cell (observation), of a transition (dynamic). */
export interface ErrorRates {
  readonly observation: number
  readonly dynamic: number
}

/** Probability that the recorded outcome is not the one that the rule gives to the true pattern. */
export const outcomeError = ({ dynamic, observation }: ErrorRates, states: number): number =>
  observation + dynamic - (observation * dynamic * states) / (states - 1)

/** What an expectation-maximisation step may change besides the weights of the hidden patterns. */
export interface Loose {
  /** Labels as probabilities; otherwise they stay as they are. */
  readonly labels?: boolean
  readonly observation?: boolean
  readonly dynamic?: boolean
}

/**
 * The census as a mixture: a true pattern p with weight π(p), each cell recorded wrongly with rate ε, and the
 * outcome its class's label, wrong with rate ε + δ - …. Expectation-maximisation finds π and the rates.
 *
 * The likelihood takes the cells of the census for independent, although one recorded cell takes part in
 * many neighbourhoods: it is a composite likelihood (Lindsay 1988), too sure of itself by about that number.
 */
export class HiddenPatterns {
  readonly family: Partition
  readonly counts: Float64Array
  readonly total: number
  noise: ErrorRates
  /**
   * Patterns that the symmetries of the partition carry into each other share their weight as if they had been
   * seen together this many times; 0: every pattern on its own.
   */
  smoothing = 1e7
  /** `labels[class * states + next]`: probability of the label. */
  labels: Float64Array
  /** Weight of every true pattern; sums to 1. */
  weights: Float64Array
  /** Patterns that the family's symmetries carry into each other, as orbit of each pattern, and orbit sizes. */
  readonly orbit: Uint32Array
  private readonly orbitSize: Float64Array
  private readonly joint: Float64Array
  private readonly ratio: Float64Array

  constructor(family: Partition, { counts, states }: Census, noise: ErrorRates) {
    this.family = family
    this.counts = counts
    this.total = counts.reduce((sum, count) => sum + count, 0)
    this.noise = noise
    this.labels = new Float64Array(family.classes.length * states).fill(1 / states)
    const patterns = counts.length / states
    this.weights = Float64Array.from({ length: patterns }, (_, pattern) => {
      let seen = 0
      for (let next = 0; next < states; next++) seen += counts[pattern * states + next]!
      return (seen + 0.5) / (this.total + patterns / 2)
    })
    this.orbit = symmetricPatterns(family)
    this.orbitSize = new Float64Array(patterns)
    for (const index of this.orbit) this.orbitSize[index]! += 1
    this.joint = new Float64Array(counts.length)
    this.ratio = new Float64Array(counts.length)
  }

  copy(): HiddenPatterns {
    const { family, counts } = this
    return this.on({ neighbourhood: family.neighbourhood, states: family.states, counts })
  }

  /** The same labels, weights and noise for another census. */
  on(census: Census): HiddenPatterns {
    const twin = new HiddenPatterns(this.family, census, this.noise)
    twin.labels = this.labels.slice()
    twin.weights = this.weights.slice()
    twin.smoothing = this.smoothing
    return twin
  }

  /** The next state of a class; the likeliest one when labels are probabilities. */
  label(index: number): number {
    const { states } = this.family
    let best = 0
    for (let next = 1; next < states; next++) {
      if (this.labels[index * states + next]! > this.labels[index * states + best]!) best = next
    }
    return best
  }

  setLabel(index: number, label: number): void {
    const { states } = this.family
    this.labels.fill(0, index * states, (index + 1) * states)
    this.labels[index * states + label] = 1
  }

  /** Every label becomes its likeliest state. */
  sharpen(): void {
    for (let index = 0; index < this.family.classes.length; index++) this.setLabel(index, this.label(index))
  }

  rates(): Float64Array {
    const { neighbourhood, states } = this.family
    const rates = new Float64Array(neighbourhood.offsets.length + 1).fill(this.noise.observation)
    rates[0] = outcomeError(this.noise, states)
    return rates
  }

  /** Probability of every recorded pattern and outcome, `[pattern * states + next]`. */
  chances(): Float64Array {
    const { family, joint, labels, weights } = this
    const { states } = family
    const partition = family.partition!
    for (let pattern = 0; pattern < weights.length; pattern++) {
      const row = partition[pattern]! * states
      for (let next = 0; next < states; next++) joint[pattern * states + next] = weights[pattern]! * labels[row + next]!
    }
    const chances = joint.slice()
    spread(chances, states, this.rates())
    return chances
  }

  /** One step; returns the log-likelihood of the parameters before it. */
  step(loose: Loose = {}): number {
    const { counts, family, joint, labels, ratio, total, weights } = this
    const { classes, states } = family
    const partition = family.partition!
    const rates = this.rates()
    const expected = this.chances()
    let logLikelihood = 0
    for (let i = 0; i < counts.length; i++) {
      const count = counts[i]!
      if (count > 0) {
        const p = Math.max(expected[i]!, 1e-300)
        logLikelihood += count * Math.log(p)
        ratio[i] = count / p
      } else ratio[i] = 0
    }
    spread(ratio, states, rates)
    if (loose.observation === true || loose.dynamic === true) this.stepNoise(rates, loose)
    const byLabel = new Float64Array(classes.length * states)
    for (let pattern = 0; pattern < weights.length; pattern++) {
      let sum = 0
      for (let next = 0; next < states; next++) {
        const mass = joint[pattern * states + next]! * ratio[pattern * states + next]!
        byLabel[partition[pattern]! * states + next]! += mass
        sum += mass
      }
      weights[pattern] = sum
    }
    const byOrbit = new Float64Array(weights.length)
    for (let pattern = 0; pattern < weights.length; pattern++) byOrbit[this.orbit[pattern]!]! += weights[pattern]!
    const shrink = this.smoothing / total
    for (let pattern = 0; pattern < weights.length; pattern++) {
      const mean = byOrbit[this.orbit[pattern]!]! / this.orbitSize[this.orbit[pattern]!]!
      weights[pattern] = (weights[pattern]! + shrink * mean) / (total * (1 + shrink))
    }
    if (loose.labels === true) {
      for (let row = 0; row < byLabel.length; row += states) {
        let sum = 0
        for (let next = 0; next < states; next++) sum += byLabel[row + next]! + 1e-3
        for (let next = 0; next < states; next++) labels[row + next] = (byLabel[row + next]! + 1e-3) / sum
      }
    }
    return logLikelihood
  }

  /** Several steps; the log-likelihood before the last of them. */
  run(steps: number, loose: Loose = {}): number {
    let logLikelihood = -Infinity
    for (let i = 0; i < steps; i++) logLikelihood = this.step(loose)
    return logLikelihood
  }

  private stepNoise(rates: Float64Array, loose: Loose): void {
    const { joint, ratio, total } = this
    const { states } = this.family
    const cells = rates.length - 1
    const outcome = errorsOn(0, joint, ratio, states, rates[0]!) / total
    let observation = this.noise.observation
    if (loose.observation === true) {
      let errors = 0
      for (let axis = 1; axis <= cells; axis++) errors += errorsOn(axis, joint, ratio, states, rates[axis]!)
      // Without dynamic noise the outcome is one more recorded cell.
      observation = loose.dynamic === true ? errors / (cells * total) : (errors / total + outcome) / (cells + 1)
    }
    const dynamic =
      loose.dynamic === true
        ? Math.max(0, (outcome - observation) / (1 - (observation * states) / (states - 1)))
        : this.noise.dynamic
    this.noise = { observation, dynamic }
  }
}

const known = new WeakMap<Uint16Array, Uint32Array>()

/** Orbits of the turns and mirrors of the grid under which a partition stays what it is. */
const symmetricPatterns = ({ neighbourhood, partition, states }: Partition): Uint32Array => {
  const before = known.get(partition!)
  if (before !== undefined) return before
  const grid = (["D6", "D4", "D1"] as const).map((id) => actionOn(id, neighbourhood)).find((action) => action !== null)
  const moves = grid?.group.generators.map((g) => grid.permutations[g]!) ?? []
  const kept = moves.filter((move) => {
    const { of, representatives } = orbits(neighbourhood, states, [move])
    return of.every((orbit, pattern) => partition![representatives[orbit]!] === partition![pattern])
  })
  const { of } = orbits(neighbourhood, states, kept)
  known.set(partition!, of)
  return of
}
