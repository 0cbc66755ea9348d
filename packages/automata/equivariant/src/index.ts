/**
 * p8 here is the group of eighth turns of the rings around a cell: an exact permutation of local neighbourhoods,
 * and not a symmetry of the square lattice.
 *
 * On a square of cells the ring at Chebyshev radius ρ has 8ρ cells and moves on by ρ of them. Two eighth turns
 * are exactly a quarter turn, and every outer-totalistic rule is invariant. But no eighth turn maps a grid onto
 * itself: a p8 network is invariant to turning what each cell sees, not to turning a whole frame by 45°.
 */
export { networkFields } from "./fields.ts"
export { interpolatedViews } from "./harmonics.ts"
export { circularPatches, convolutionSpread, convolveGrids, liftGrids, poolGrids } from "./layers/grids.ts"
export {
  convolvedSpread,
  convolvePatches,
  liftPatches,
  mixPatches,
  poolGroup,
  regularSpread
} from "./layers/patches.ts"
export { gridForward, initialWeights, type NetworkShape, patchForward } from "./network.ts"
export { foldOrbits, type OrbitCensus } from "./orbitCensus.ts"
export { type SymmetricConfig, type Symmetry, symmetricNetwork } from "./symmetricNetwork.ts"
export { type Look, lookAt, permutedViews, type Views } from "./views.ts"
