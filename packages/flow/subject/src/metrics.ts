import type { Metric } from "@rulescope/core"

const metric = <const Name extends string>(
  name: Name,
  unit: Metric["unit"],
  better: Metric["better"],
  { needs = [], success = false }: { readonly needs?: ReadonlyArray<string>; readonly success?: boolean } = {}
) => ({ name, unit, better, success, needs })

/**
 * What a study can ask of a run: `lawExact` 0 or 1: the terms called known are those of the stated law; `right`,
 * `wrong`, `undetermined` terms; `covered`: share of the true terms whose value lies within 1.96 standard errors;
 * `worst`: largest error of a coefficient; `noiseOff`: largest error of a noise strength, as a share of it;
 * `confirmed` 0 or 1; `shortfall`: attainable less reached held-out score, nats an increment; `completeness`: held-out
 * log-density of the network less that of the law, in its standard errors; `calibration`: mean probability of the
 * terms less the share present, of those called known or absent; `brier`: mean squared distance of the two.
 */
export const metrics = [
  metric("lawExact", "share", "higher", { success: true }),
  metric("right", "number", "higher"),
  metric("wrong", "number", "lower"),
  metric("undetermined", "number", "lower"),
  metric("covered", "share", "higher"),
  metric("worst", "number", "lower"),
  metric("noiseOff", "share", "lower"),
  metric("confirmed", "share", "higher", { success: true, needs: ["verify"] }),
  metric("shortfall", "number", "zero", { needs: ["verify"] }),
  metric("completeness", "number", "zero", { needs: ["verify"] }),
  metric("calibration", "number", "zero"),
  metric("brier", "number", "lower")
] as const
export type MetricName = (typeof metrics)[number]["name"]
