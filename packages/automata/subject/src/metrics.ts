import type { Metric } from "@rulescope/core"

const metric = <const Name extends string>(
  name: Name,
  unit: Metric["unit"],
  better: Metric["better"],
  { needs = [], success = false }: { readonly needs?: ReadonlyArray<string>; readonly success?: boolean } = {}
) => ({ name, unit, better, success, needs })

/**
 * What a study can ask of a run: `ruleExact` 0 or 1; `right`, `wrong`, `undetermined` classes; `accuracy` of the model
 * and `heldOutAccuracy` of the rule, 0 to 1; `confirmed` 0 or 1; `calibration`: mean confidence minus share right, of
 * the labels given; `brier`: mean squared distance of confidence from rightness.
 */
export const metrics = [
  metric("ruleExact", "share", "higher", { success: true }),
  metric("right", "number", "higher"),
  metric("wrong", "number", "lower"),
  metric("undetermined", "number", "lower"),
  metric("accuracy", "share", "higher"),
  metric("heldOutAccuracy", "share", "higher", { needs: ["verify"] }),
  metric("confirmed", "share", "higher", { success: true, needs: ["verify", "judge"] }),
  metric("calibration", "number", "zero"),
  metric("brier", "number", "lower")
] as const
export type MetricName = (typeof metrics)[number]["name"]
