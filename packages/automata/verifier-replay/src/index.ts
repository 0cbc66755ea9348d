export { replayVerifier } from "./Replay.ts"
