export { earlyRounds } from "./EarlyRounds.ts"
