import { type Family, fillLabels, formatRule, rulesLeft, type Rule, swapStates, undetermined } from "@rulescope/lattice"
import { Schema } from "effect"
import { Asked, WhyOpen } from "./Asked.ts"
import { EvidenceChoice } from "./EvidenceChoice.ts"

/** What is known of one class. */
export const ClassEstimate = Schema.Struct({
  /** Name in the family's notation, e.g. "B3". */
  class: Schema.String,
  /** Next state, or null = undetermined. */
  label: Schema.NullOr(Schema.Int),
  /** How often the class was observed in the training part. */
  support: Schema.Finite,
  /** Posterior probability of the label, 0 to 1; of the likeliest label when undetermined. */
  confidence: Schema.Finite,
  /** Posterior probability of every label. */
  posterior: Schema.Array(Schema.Finite),
  /** What the inferrer asked of the class, by table that it read; left out by those that set no thresholds on counts. */
  asked: Schema.optionalKey(Schema.Array(Asked)),
  /** Why the class is undetermined. */
  open: Schema.optionalKey(WhyOpen)
})
export type ClassEstimate = typeof ClassEstimate.Type

/** Rates of error, 0 to 1. */
export const Noise = Schema.Struct({
  /** Share of recorded cells that are wrong (ε). */
  observation: Schema.Finite,
  /** Share of transitions that misfire (δ). */
  dynamic: Schema.Finite
})
export type Noise = typeof Noise.Type

/** A symbolic rule as far as the evidence carries. */
export const RuleEstimate = Schema.Struct({
  family: Schema.String,
  /** Tells families with this name apart, where there are several, such as "4H". */
  variant: Schema.optionalKey(Schema.String),
  /** Canonical rule string, or null when a class is undetermined. */
  rule: Schema.NullOr(Schema.String),
  /**
   * The extremes that the data allow: undetermined classes all as a rule string leaves them out, and all as it names
   * them; and how many rules are left, null beyond 10³⁰⁸.
   */
  range: Schema.Struct({ min: Schema.String, max: Schema.String, rules: Schema.NullOr(Schema.Finite) }),
  /** Rules that explain the same frames as well when something about the recording is read differently. */
  equivalent: Schema.Array(Schema.Struct({ rule: Schema.String, when: Schema.String })),
  /** Generations from one recorded frame to the next, as stated or as found. */
  stride: Schema.Int,
  /** Noise as stated or as estimated; 0 from inferrers that know none. */
  noise: Noise,
  classes: Schema.Array(ClassEstimate),
  /** How the labels were read: the inferrer, what it looked at, and the numbers it used. */
  used: Schema.Struct({
    inferrer: Schema.String,
    evidence: EvidenceChoice,
    parameters: Schema.Record(Schema.String, Schema.Finite),
    /** The best rules with the natural logarithm of their likelihood, best first, where likelihoods were compared. */
    best: Schema.optionalKey(Schema.Array(Schema.Struct({ rule: Schema.String, logLikelihood: Schema.Finite }))),
    /** What a search did, in order, and the log-likelihood that it had reached. */
    trace: Schema.optionalKey(Schema.Array(Schema.Struct({ step: Schema.String, logLikelihood: Schema.Finite })))
  })
})
export type RuleEstimate = typeof RuleEstimate.Type

/**
 * Completes labels (`undetermined` = 255 where open), supports and posteriors of all classes to an estimate.
 * `posterior[class * states + label]`; a class never seen should have 1 / states throughout.
 */
export const makeEstimate = (
  family: Family,
  reading: {
    readonly labels: Uint8Array
    readonly support: ArrayLike<number>
    readonly posterior: Float64Array
    readonly stride?: number
    readonly noise?: Noise
    /** Rules that the frames cannot tell from each other; when classes are open, all that are left. */
    readonly equivalent?: RuleEstimate["equivalent"]
    /** Counts that each table had to exceed, by class. */
    readonly asked?: ReadonlyArray<ReadonlyArray<Asked>>
    /** Why a class is open, where more is known than that it was never seen. */
    readonly whyOpen?: (index: number) => WhyOpen
    readonly used: RuleEstimate["used"]
  }
): RuleEstimate => {
  const {
    asked = [],
    equivalent = [],
    labels,
    noise = { observation: 0, dynamic: 0 },
    posterior,
    stride = 1,
    support,
    used,
    whyOpen
  } = reading
  const { states } = family
  const filled = (as: "left out" | "named"): string => formatRule({ family, labels: fillLabels(family, labels, as) })
  const left = rulesLeft(family, labels)
  const open = labels.reduce((count, label) => count + (label === undetermined ? 1 : 0), 0)
  const reasonFor = (index: number, label: number | null): Pick<ClassEstimate, "open"> => {
    if (label !== null) return {}
    if (support[index] === 0) return { open: { why: "never seen" } }
    return whyOpen === undefined ? {} : { open: whyOpen(index) }
  }
  const swapped = open > 0 ? null : swapStates({ family, labels })
  return {
    family: family.id,
    ...(family.variant === "" ? {} : { variant: family.variant }),
    rule: open > 0 ? null : filled("left out"),
    range: {
      min: filled("left out"),
      max: filled("named"),
      rules: open > 0 && equivalent.length > 0 ? equivalent.length : Number.isFinite(left) ? left : null
    },
    equivalent: [
      ...equivalent,
      ...(swapped === null ? [] : [{ rule: formatRule(swapped), when: "the states are swapped" }])
    ],
    stride,
    noise,
    classes: family.classes.map((c, index) => {
      const row = Array.from(posterior.subarray(index * states, (index + 1) * states))
      const label = labels[index] === undetermined ? null : labels[index]!
      return {
        class: c.name,
        label,
        support: support[index]!,
        confidence: label === null ? Math.max(...row) : row[label]!,
        posterior: row,
        ...(asked.length === 0 ? {} : { asked: asked.map((table) => table[index]!) }),
        ...reasonFor(index, label)
      }
    }),
    used
  }
}

/**
 * The rule of an estimate, `undetermined` where a class is open: what the simulator runs. Where whole rules are left
 * that the frames cannot tell apart, it is the first of them.
 */
export const ruleOf = (family: Family, { classes, equivalent, rule }: RuleEstimate): Rule => {
  const left = rule === null ? equivalent[0] : undefined
  const read = left === undefined ? undefined : family.parse(left.rule)
  const labels = Uint8Array.from(classes, ({ label }) => label ?? undetermined)
  return { family, labels: read?.ok === true ? read.value : labels }
}
