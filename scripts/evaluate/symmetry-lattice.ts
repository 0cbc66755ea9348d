/**
 * Draws the symmetries of the 3×3 neighbourhood with their numbers of orbits.
 *
 *   npm run -s tool -- node scripts/evaluate/symmetry-lattice.ts docs/figures/symmetries.svg
 */
import { writeFileSync } from "node:fs"
import { moore, symmetryLattice } from "../../packages/automata/lattice/src/index.ts"
import { latticeFigureSvg } from "../../packages/charts/src/index.ts"

const backbones: Readonly<Record<string, string>> = { trivial: "cnn", C4: "p4", C8: "p8" }
const { edges, nodes } = symmetryLattice(moore(1), 2)
const figure = latticeFigureSvg({
  title: "A symmetry is a partition",
  note: "Orbits of the 512 patterns of 3×3 cells with two states; a line leads up to a larger group; in blue, what a backbone keeps.",
  nodes: nodes.map((node) => {
    const used = backbones[node.id]
    return used === undefined ? node : { ...node, used }
  }),
  edges
})
writeFileSync(process.argv[2]!, figure)
