export { kramersMoyal } from "./KramersMoyal.ts"
