import { exportsOf, loadTensorFlow, type TensorFlow } from "../TensorFlow.ts"
import type { BackendName } from "./names.ts"
import { loadNative, nativeEngine } from "./native.ts"
import { loadWebGl } from "./webgl.ts"
import { loadWebGpu } from "./webgpu.ts"

/** Folder of the three `.wasm` files as a URL with a slash at its end, or the URL of each by file name. */
export type WasmFiles = string | Readonly<Record<string, string>>

/** What TensorFlow.js calls the backend. */
const engineNames: Readonly<Record<BackendName, string>> = {
  wasm: "wasm",
  cpu: "cpu",
  webgpu: "webgpu",
  webgl: "webgl",
  node: nativeEngine,
  "node-gpu": nativeEngine
}

/** A loaded backend and the name under which TensorFlow.js knows it. */
export interface Opened {
  readonly tf: TensorFlow
  readonly engineName: string
}

const load: Readonly<Record<BackendName, (wasmFiles: WasmFiles | undefined) => Promise<unknown>>> = {
  wasm: async (files) => {
    const wasm = exportsOf(await import("@tensorflow/tfjs-backend-wasm"))
    // In Node the package finds its own files; a bundler moves them, so a page says where they are.
    if (files !== undefined) wasm.setWasmPaths(files)
  },
  cpu: () => import("@tensorflow/tfjs-backend-cpu"),
  webgpu: loadWebGpu,
  webgl: loadWebGl,
  node: () => loadNative("node"),
  "node-gpu": () => loadNative("node-gpu")
}

/** Loads one backend and makes it current; rejects with the backend's own error. */
export const openBackend = async (name: BackendName, wasmFiles?: WasmFiles): Promise<Opened> => {
  const tf = await loadTensorFlow()
  await load[name](wasmFiles)
  const engineName = engineNames[name]
  if (!(await tf.setBackend(engineName))) {
    // `setBackend` keeps the reason to itself, the factory does not.
    await tf.findBackendFactory(engineName)()
    throw new Error("TensorFlow.js does not accept it as its backend")
  }
  return { tf, engineName }
}
