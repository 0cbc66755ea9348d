import { type FamilyKind, kindOfSeveral } from "../kind.ts"
import { vonNeumann } from "../neighbourhood.ts"
import { vonNeumannGrid } from "../notation/grid.ts"
import { readMap, writeMap } from "../notation/mapText.ts"
import { letteredFamily, stepsApart } from "./lettered.ts"
import { namedCounts, outerTotalistic, parseCounts } from "./outerTotalistic.ts"
import { patternFamily } from "./patternFamily.ts"

const id = "von-neumann"
const cells = vonNeumann(1)

/** Outer-totalistic two-state rules on the four nearest cells: 10 classes, B0 to B4 then S0 to S4. */
export const vonNeumannRules = outerTotalistic(cells, 2, 0, (classes) => ({
  id,
  variant: "",
  title: "von Neumann (outer-totalistic)",
  parse: parseCounts(classes, { grid: vonNeumannGrid, decays: false }, "counts have no letters here"),
  format: (labels) => `B${namedCounts(classes, labels, "B").join("")}/S${namedCounts(classes, labels, "S").join("")}V`
}))

/** Isotropic ones: two cells of four are at a right angle (e) or in line (i), Hensel's letters for edges. */
export const isotropicVonNeumann = letteredFamily(
  cells,
  "D4",
  {
    ring: [
      [0, -1],
      [1, 0],
      [0, 1],
      [-1, 0]
    ],
    letter: (around) =>
      around.filter((cell) => cell === 1).length === 2 ? (stepsApart(around, 1) === 1 ? "e" : "i") : ""
  },
  { id, variant: "isotropic", title: "von Neumann, isotropic" }
)

/** Unrestricted ones: 32 classes. */
export const unrestrictedVonNeumann = patternFamily(cells, {
  id,
  variant: "map",
  title: "von Neumann, unrestricted (MAP)",
  parse: (text) => readMap(text, 32, "the von Neumann neighbourhood"),
  format: writeMap
})

/** Two-state rules on the four nearest cells: `B13/S012V` by counts, `MAP` and 6 base64 digits for all others. */
export const vonNeumannKind: FamilyKind = kindOfSeveral(1, "two states, von Neumann neighbourhood", [
  vonNeumannRules,
  isotropicVonNeumann,
  unrestrictedVonNeumann
])
