import { type Family, formatRule, type Rule, undetermined } from "@rulescope/automata"
import { Schema } from "effect"

/** What is known of one class. */
export const ClassEstimate = Schema.Struct({
  /** Name in the family's notation, e.g. "B3". */
  class: Schema.String,
  /** Next state, or null = undetermined. */
  label: Schema.NullOr(Schema.Int),
  /** How often the class was observed in the training part. */
  support: Schema.Finite,
  /** Posterior probability of the label, 0 to 1; of the likeliest label when undetermined. */
  confidence: Schema.Finite
})
export type ClassEstimate = typeof ClassEstimate.Type

/** A symbolic rule as far as the evidence carries. */
export const RuleEstimate = Schema.Struct({
  family: Schema.String,
  /** Canonical rule string, or null when a class is undetermined. */
  rule: Schema.NullOr(Schema.String),
  /** The extremes that the data allow: undetermined classes all 0, and all at the highest state. */
  range: Schema.Struct({ min: Schema.String, max: Schema.String }),
  classes: Schema.Array(ClassEstimate),
  /** How the labels were read: the inferrer, what it looked at, and the numbers it used. */
  used: Schema.Struct({
    inferrer: Schema.String,
    evidence: Schema.Literals(["predictions", "observations", "both"]),
    parameters: Schema.Record(Schema.String, Schema.Finite)
  })
})
export type RuleEstimate = typeof RuleEstimate.Type

/** Completes labels (`undetermined` = 255 where open), supports and confidences of all classes to an estimate. */
export const makeEstimate = (
  family: Family,
  reading: {
    readonly labels: Uint8Array
    readonly support: ArrayLike<number>
    readonly confidence: ArrayLike<number>
    readonly used: RuleEstimate["used"]
  }
): RuleEstimate => {
  const { confidence, labels, support, used } = reading
  const filled = (state: number): string =>
    formatRule({ family, labels: labels.map((label) => (label === undetermined ? state : label)) })
  return {
    family: family.id,
    rule: labels.includes(undetermined) ? null : filled(0),
    range: { min: filled(0), max: filled(family.states - 1) },
    classes: family.classes.map((c, index) => ({
      class: c.name,
      label: labels[index] === undetermined ? null : labels[index]!,
      support: support[index]!,
      confidence: confidence[index]!
    })),
    used
  }
}

/** The rule of an estimate, `undetermined` where a class is open: what the simulator runs. */
export const ruleOf = (family: Family, estimate: RuleEstimate): Rule => ({
  family,
  labels: Uint8Array.from(estimate.classes, ({ label }) => label ?? undetermined)
})
