export { recording } from "./Recorded.ts"
