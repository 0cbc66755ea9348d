export { langevin } from "./Langevin.ts"
