import { exportsOf, loadTensorFlow, type TensorFlow } from "./TensorFlow.ts"

/** Backends in order of preference. */
export const backendNames = ["node-gpu", "node", "wasm", "cpu"] as const
export type BackendName = (typeof backendNames)[number]

/** Folder of the three `.wasm` files as a URL with a slash at its end, or the URL of each by file name. */
export type WasmFiles = string | Readonly<Record<string, string>>

/** What TensorFlow.js calls the backend. */
const engineNames: Readonly<Record<BackendName, string>> = {
  "node-gpu": "tensorflow",
  node: "tensorflow",
  wasm: "wasm",
  cpu: "cpu"
}

/** A loaded backend and the name under which TensorFlow.js knows it. */
export interface Opened {
  readonly tf: TensorFlow
  readonly engineName: string
}

/** Both native packages still call a function that Node 23 removed. */
const restoreIsNullOrUndefined = (): void => {
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => Record<string, unknown> } }
  const util = process?.getBuiltinModule?.("util")
  if (util !== undefined) util["isNullOrUndefined"] ??= (value: unknown) => value === null || value === undefined
}

const load: Readonly<Record<BackendName, (wasmFiles: WasmFiles | undefined) => Promise<unknown>>> = {
  "node-gpu": (): Promise<unknown> => loadNative("@tensorflow/tfjs-node-gpu"),
  node: (): Promise<unknown> => loadNative("@tensorflow/tfjs-node"),
  wasm: async (files) => {
    const wasm = exportsOf(await import("@tensorflow/tfjs-backend-wasm"))
    // In Node the package finds its own files; a bundler moves them, so a page says where they are.
    if (files !== undefined) wasm.setWasmPaths(files)
  },
  cpu: () => import("@tensorflow/tfjs-backend-cpu")
}

// The name is a variable so that neither compiler nor bundler insists on an optional package.
const loadNative = async (name: string): Promise<unknown> => {
  if (!("process" in globalThis)) throw new Error(`${name} runs in Node only`)
  restoreIsNullOrUndefined()
  return import(/* @vite-ignore */ name)
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
