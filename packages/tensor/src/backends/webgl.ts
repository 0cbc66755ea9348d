import { nodeProcess } from "./platform.ts"

/** Loads the WebGL backend, which needs a canvas. */
export const loadWebGl = async (): Promise<unknown> => {
  if (nodeProcess() !== undefined) throw new Error("WebGL runs in browsers only")
  return import("@tensorflow/tfjs-backend-webgl")
}
