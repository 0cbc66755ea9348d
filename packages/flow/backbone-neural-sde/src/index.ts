export { Config } from "./Config.ts"
export { neuralSde } from "./NeuralSde.ts"
