export { likelihood } from "./Likelihood.ts"
