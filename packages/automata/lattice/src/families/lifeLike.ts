import { type FamilyKind, kindOf } from "../kind.ts"
import { moore } from "../neighbourhood.ts"
import { mooreGrid } from "../notation/grid.ts"
import { namedCounts, outerTotalistic, parseCounts } from "./outerTotalistic.ts"

/** Outer-totalistic two-state rules on the Moore neighbourhood: 18 classes, B0 to B8 then S0 to S8. */
export const lifeLike = outerTotalistic(moore(1), 2, 0, (classes) => ({
  id: "life-like",
  variant: "",
  title: "Life-like (outer-totalistic)",
  parse: parseCounts(
    classes,
    { grid: mooreGrid, decays: false },
    "a life-like rule has counts only; rules with letters are isotropic"
  ),
  format: (labels) => `B${namedCounts(classes, labels, "B").join("")}/S${namedCounts(classes, labels, "S").join("")}`
}))

/** `B36/S23`. */
export const lifeLikeKind: FamilyKind = kindOf(1, lifeLike)
