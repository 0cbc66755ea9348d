import { vonNeumann } from "../neighbourhood.ts"
import { vonNeumannGrid } from "../notation/grid.ts"
import { namedCounts, outerTotalistic, parseCounts } from "./outerTotalistic.ts"

/** Outer-totalistic two-state rules on the four nearest cells: 10 classes, B0 to B4 then S0 to S4. */
export const vonNeumannRules = outerTotalistic(vonNeumann(1), 2, 0, (classes) => ({
  id: "von-neumann",
  variant: "",
  title: "von Neumann (outer-totalistic)",
  parse: parseCounts(classes, { grid: vonNeumannGrid, decays: false }, "counts have no letters here"),
  format: (labels) => `B${namedCounts(classes, labels, "B").join("")}/S${namedCounts(classes, labels, "S").join("")}V`
}))
