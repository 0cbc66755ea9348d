export { threshold } from "./Threshold.ts"
