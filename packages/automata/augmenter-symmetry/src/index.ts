export { symmetry } from "./Symmetry.ts"
