import { hexagonal } from "../neighbourhood.ts"
import { hexagonalGrid } from "../notation/grid.ts"
import { namedCounts, outerTotalistic, parseCounts } from "./outerTotalistic.ts"

/** Outer-totalistic two-state rules on a hexagonal grid: 14 classes, B0 to B6 then S0 to S6. */
export const hexagonalRules = outerTotalistic(hexagonal(), 2, 0, (classes) => ({
  id: "hexagonal",
  variant: "",
  title: "hexagonal (outer-totalistic)",
  parse: parseCounts(classes, { grid: hexagonalGrid, decays: false }, "counts have no letters here"),
  format: (labels) => `B${namedCounts(classes, labels, "B").join("")}/S${namedCounts(classes, labels, "S").join("")}H`
}))
