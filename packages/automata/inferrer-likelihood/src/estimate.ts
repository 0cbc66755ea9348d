import { formatRule, lifeLike, rowTotal, undetermined } from "@rulescope/lattice"
import { type Evidence, labelPosterior, makeEstimate, type RuleEstimate } from "@rulescope/automata"
import type { Config } from "./Likelihood.ts"
import type { Reading } from "./read.ts"
import type { StridedReading } from "./strided/readStrided.ts"

export const id = "likelihood"

/** Labels and posteriors of one or several readings, and all that they used. */
export const estimateOf = (
  config: Config,
  evidence: Evidence,
  readings: Readonly<Record<string, Reading>>
): RuleEstimate => {
  const { family, observed } = evidence
  const { states } = family
  const all = Object.entries(readings)
  // A network has seen nothing but the frames: asked more often, it is no surer than they are.
  const posteriors = all.map(([, reading]) => reading.posterior)
  if (config.evidence === "predictions") posteriors.push(labelPosterior(evidence))
  const support = family.classes.map((_, index) => rowTotal(observed.counts, states, index))
  const labels = new Uint8Array(family.classes.length).fill(undetermined)
  const posterior = new Float64Array(states * labels.length)
  for (let index = 0; index < labels.length; index++) {
    // Where several readings are asked for the least sure one is quoted for each label; what they disagree on is open.
    const least = Array.from({ length: states }, (_, label) =>
      Math.min(...posteriors.map((reading) => reading[index * states + label]!))
    )
    const sum = least.reduce((total, p) => total + p, 0)
    const best = least.indexOf(Math.max(...least))
    for (let label = 0; label < states; label++) {
      posterior[index * states + label] = sum > 0 ? least[label]! / sum : 1 / states
    }
    // Without a contradiction what was seen once is as sure as the rule is deterministic.
    const given = (support[index]! > 0 && all.every(([, { clean }]) => clean)) || least[best]! >= config.claim
    if (given && least[best]! > 1 / states) labels[index] = best
  }
  const parameters: Record<string, number> = { claim: config.claim, temper: config.temper }
  for (const [name, reading] of all) {
    for (const [key, value] of Object.entries(reading.parameters)) {
      parameters[all.length > 1 ? `${name} ${key}` : key] = value
    }
  }
  const [[, { best, noise, trace }]] = all as [[string, Reading]]
  return makeEstimate(family, {
    labels,
    support,
    posterior,
    noise,
    whyOpen: () => ({ why: "noise floor" }),
    used: {
      inferrer: id,
      evidence: config.evidence,
      parameters,
      ...(best.length === 0 ? {} : { best: scored(family, best), trace })
    }
  })
}

const scored = (family: Evidence["family"], best: Reading["best"]) =>
  best.map(({ labels, logLikelihood }) => ({ rule: formatRule({ family, labels }), logLikelihood }))

/** At most as many rules are listed as equivalent. */
const listed = 8

/** The estimate from frames that are several generations apart. */
export const stridedEstimate = (config: Config, reading: StridedReading): RuleEstimate => {
  const { alike, best, clean, misfire, posterior, stride, support } = reading
  const labels = Uint8Array.from(lifeLike.classes, (_, c) => {
    const likelier = posterior[2 * c + 1]! > posterior[2 * c]! ? 1 : 0
    const p = posterior[2 * c + likelier]!
    return support[c]! > 0 && (clean ? p === 1 : p >= config.claim) ? likelier : undetermined
  })
  const several = alike.length > 1 && alike.length <= listed
  return makeEstimate(lifeLike, {
    labels,
    support,
    posterior,
    stride,
    noise: { observation: 0, dynamic: misfire },
    equivalent: several
      ? alike.map((one) => ({
          rule: formatRule({ family: lifeLike, labels: one }),
          when: `only every generation number ${stride} is seen`
        }))
      : [],
    whyOpen: () => ({ why: alike.length > 1 ? "twin rule" : "noise floor" }),
    used: {
      inferrer: id,
      evidence: "observations",
      parameters: { claim: config.claim, temper: config.temper, rulesSearched: 2 ** 18, rulesAlike: alike.length },
      best: scored(lifeLike, best)
    }
  })
}
