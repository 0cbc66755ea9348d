export { flip } from "./Flip.ts"
