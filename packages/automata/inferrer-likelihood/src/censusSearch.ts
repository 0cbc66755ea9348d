import { type Census, type Family } from "@rulescope/lattice"
import { type ErrorRates, HiddenPatterns, type Loose } from "@rulescope/noise"
import { isSmall, weighEveryRule } from "./everyRule.ts"

/** Noise as far as it is known beforehand. */
export type GivenNoise = Partial<ErrorRates>

/** One step of the search and the log-likelihood that it reached. */
export interface TraceStep {
  readonly step: string
  readonly logLikelihood: number
}

/** What the census alone says. */
export interface CensusReading {
  /** The best labelling found, its weights and noise. */
  readonly model: HiddenPatterns
  /** The best labelling, and those one label away from it that come next. */
  readonly best: ReadonlyArray<{ readonly labels: Uint8Array; readonly logLikelihood: number }>
  readonly trace: ReadonlyArray<TraceStep>
  /**
   * `lead[class * states + label]`: log-likelihood of the best labelling minus that with this label instead,
   * weights fitted anew; 0 for the label itself.
   */
  readonly lead: Float64Array
  /** Labellings that were fitted. */
  readonly fitted: number
}

/** Observation noise from which the climb begins; the best end wins. */
const starts = [0.0005, 0.01, 0.03, 0.06, 0.1, 0.15, 0.2]

/** Steps that let the labels settle while they are still probabilities, and those that fit the noise to sharp labels. */
const effort = { soft: 80, sharp: 40, polish: 60, trial: 40 }

const needed = 100

/** Rules that are fitted anew after every rule of a small family has been weighed. */
const refitted = 8

/** Labellings listed, at most. */
const listed = 8

/** The best labelling, those a single label away from it and others that were fitted: the best of them, best first. */
const ranked = (
  family: Family,
  lead: Float64Array,
  top: number,
  fitted: ReadonlyArray<CensusReading["best"][number]>
): CensusReading["best"] => {
  const { classes, states } = family
  const labels = Uint8Array.from(classes, (_, c) => lead.subarray(c * states, (c + 1) * states).indexOf(0))
  const rivals = Array.from(lead.keys()).flatMap((at) =>
    lead[at]! > 0 ? [{ labels: labels.with(Math.floor(at / states), at % states), logLikelihood: top - lead[at]! }] : []
  )
  const known = new Set([labels.join("")])
  const others = [...rivals, ...fitted]
    .sort((a, b) => b.logLikelihood - a.logLikelihood)
    .filter((one) => {
      const key = one.labels.join("")
      if (known.has(key)) return false
      known.add(key)
      return true
    })
  return [{ labels, logLikelihood: top }, ...others.slice(0, listed - 1)]
}

/**
 * Labels, noise and hidden patterns that explain the census best: expectation-maximisation with labels as
 * probabilities from several noise rates; every rule of a small family is weighed; then single labels are changed as
 * long as that helps.
 */
export const searchCensus = (family: Family, census: Census, given: GivenNoise): CensusReading => {
  const { states } = census
  const dynamic = given.dynamic ?? 0
  const loose = { observation: given.observation === undefined }
  const trace: Array<TraceStep> = []
  let fitted = 0
  let best: HiddenPatterns | null = null
  let top = -Infinity
  for (const observation of given.observation === undefined ? starts : [given.observation]) {
    const model = new HiddenPatterns(family, census, { observation, dynamic })
    model.run(effort.soft, { labels: true })
    model.sharpen()
    const reached = model.run(effort.sharp, loose)
    fitted++
    trace.push({ step: `labels set free at a noise of ${observation}`, logLikelihood: reached })
    if (reached > top) {
      top = reached
      best = model
    }
  }
  let model = best!
  let settle: Loose = loose
  top = model.run(2 * effort.polish, settle)
  const split = (): void => {
    if (given.dynamic !== undefined || settle.dynamic === true) return
    const rival = model.copy()
    rival.noise = { observation: model.noise.observation * 0.7, dynamic: model.noise.observation * 0.3 }
    const reached = rival.run(4 * effort.polish, { ...loose, dynamic: true })
    if (reached <= top + needed) return
    model = rival
    top = reached
    settle = { ...loose, dynamic: true }
    trace.push({ step: "misfiring transitions set apart from wrongly recorded cells", logLikelihood: top })
  }
  split()
  const weighed: Array<CensusReading["best"][number]> = []
  for (let changed = isSmall(family), round = 0; changed && round < 4; round++) {
    changed = false
    for (const labels of weighEveryRule(model, census, refitted)) {
      const rival = model.copy()
      for (const [index, label] of labels.entries()) rival.setLabel(index, label)
      const reached = rival.run(effort.polish, settle)
      fitted++
      weighed.push({ labels, logLikelihood: reached })
      if (reached <= top + 0.5) continue
      model = rival
      top = reached
      changed = true
    }
    trace.push({ step: `all ${2 ** family.classes.length} rules weighed`, logLikelihood: top })
  }
  const lead = new Float64Array(family.classes.length * states)
  for (let round = 0; round < 4; round++) {
    let changed = false
    for (let index = 0; index < family.classes.length; index++) {
      for (let label = 0; label < states; label++) {
        const row = index * states
        const now = model.label(index)
        if (label === now) continue
        const rival = model.copy()
        rival.setLabel(index, label)
        let reached = rival.run(effort.trial)
        if (reached < top + effort.trial) reached = rival.run(effort.polish)
        fitted++
        lead[row + label] = top - reached
        if (reached <= top + 0.5) continue
        const gain = reached - top
        model = rival
        top = model.run(effort.polish, settle)
        trace.push({ step: `${family.classes[index]!.name} becomes ${label}`, logLikelihood: top })
        for (let other = 0; other < states; other++) lead[row + other]! += gain
        lead[row + label] = 0
        changed = true
      }
    }
    if (changed) split()
    if (!changed) break
  }
  return { model, best: ranked(family, lead, top, weighed), trace, lead, fitted }
}
