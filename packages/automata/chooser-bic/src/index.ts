export { bic, scoreBic } from "./Bic.ts"
