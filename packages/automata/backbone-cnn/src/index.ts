export { cnn } from "./Cnn.ts"
export { Config } from "./Config.ts"
