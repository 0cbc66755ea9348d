export { classThreshold } from "./ClassThreshold.ts"
