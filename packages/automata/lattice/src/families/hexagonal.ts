import { type FamilyKind, kindOfSeveral } from "../kind.ts"
import { decodePattern, encodePattern, hexagonal } from "../neighbourhood.ts"
import { hexagonalGrid } from "../notation/grid.ts"
import { readMap, writeMap } from "../notation/mapText.ts"
import { parsed } from "../notation/parsed.ts"
import { letteredFamily, stepsApart } from "./lettered.ts"
import { namedCounts, outerTotalistic, parseCounts } from "./outerTotalistic.ts"
import { patternFamily } from "./patternFamily.ts"

const id = "hexagonal"
const cells = hexagonal()

/** Outer-totalistic two-state rules on a hexagonal grid: 14 classes, B0 to B6 then S0 to S6. */
export const hexagonalRules = outerTotalistic(cells, 2, 0, (classes) => ({
  id,
  variant: "",
  title: "hexagonal (outer-totalistic)",
  parse: parseCounts(classes, { grid: hexagonalGrid, decays: false }, "counts have no letters here"),
  format: (labels) => `B${namedCounts(classes, labels, "B").join("")}/S${namedCounts(classes, labels, "S").join("")}H`
}))

/** Of three cells in a ring of six: all side by side (o), none (p), or else (m). */
const ofThree = (around: ReadonlyArray<number>): string => {
  const touching = around.filter((cell, i) => cell === 1 && around[(i + 1) % 6] === 1).length
  return touching === 2 ? "o" : touching === 0 ? "p" : "m"
}

/** Isotropic ones: two cells of six are ortho, meta or para to each other (o, m, p), as in chemistry; so are two that are dead. */
export const isotropicHexagonal = letteredFamily(
  cells,
  "D6",
  {
    ring: [
      [-1, -1],
      [0, -1],
      [1, 0],
      [1, 1],
      [0, 1],
      [-1, 0]
    ],
    letter: (around) => {
      const live = around.filter((cell) => cell === 1).length
      if (live === 3) return ofThree(around)
      return live === 2 || live === 4 ? "omp"[stepsApart(around, live === 2 ? 1 : 0) - 1]! : ""
    }
  },
  { id, variant: "isotropic", title: "hexagonal, isotropic" }
)

/** Cells in the order in which Golly makes a pattern number of them: rows from below, as it does on no other grid. */
const gollyOrder: ReadonlyArray<readonly [number, number]> = [
  [0, 1],
  [1, 1],
  [-1, 0],
  [0, 0],
  [1, 0],
  [-1, -1],
  [0, -1]
]

/** Our number of each of Golly's patterns. */
const ourPattern = Array.from({ length: 128 }, (_, theirs) => {
  const digits = decodePattern(theirs, 7, 2)
  const ours = cells.offsets.map(([x, y]) => digits[gollyOrder.findIndex(([ox, oy]) => ox === x && oy === y)]!)
  return encodePattern(ours, 2)
})

/** Unrestricted ones: 128 classes. */
export const unrestrictedHexagonal = patternFamily(cells, {
  id,
  variant: "map",
  title: "hexagonal, unrestricted (MAP)",
  parse: (text) => {
    const read = readMap(text, 128, "the hexagonal neighbourhood")
    if (!read.ok) return read
    const labels = new Uint8Array(128)
    for (const [theirs, ours] of ourPattern.entries()) labels[ours] = read.value[theirs]!
    return parsed(labels)
  },
  format: (labels) => writeMap(ourPattern.map((ours) => labels[ours]!))
})

/** Two-state rules on a hexagonal grid: `B2/S34H` by counts, `MAP` and 22 base64 digits for all others. */
export const hexagonalKind: FamilyKind = kindOfSeveral(1, "two states, hexagonal neighbourhood", [
  hexagonalRules,
  isotropicHexagonal,
  unrestrictedHexagonal
])
