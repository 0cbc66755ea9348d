import type { KernelConfig, Tensor, TensorInfo } from "@tensorflow/tfjs-core"
import { loadTensorFlow, type TensorFlow } from "../TensorFlow.ts"
import type { BackendName } from "./names.ts"
import { nodeProcess } from "./platform.ts"

/** Both packages carry the same JavaScript; they differ in the library that they are linked with. */
export const nativePackages = { node: "@tensorflow/tfjs-node", "node-gpu": "@tensorflow/tfjs-node-gpu" } as const
export type NativeName = keyof typeof nativePackages

/** What both call the engine they register. */
export const nativeEngine = "tensorflow"

interface Require {
  (id: string): unknown
  readonly resolve: (id: string) => string
  readonly cache: Record<string, unknown>
}

interface Modules {
  new (id: string): { exports: unknown; loaded: boolean }
  readonly createRequire: (from: string) => Require
}

interface NativeBackend {
  readonly isUsingGpuDevice: boolean
}

/** Where both keep their addon, for the Node-API that every Node since 12.22 has. */
const addon = "./lib/napi-v8/tfjs_binding.node"

/** Which package this process has loaded, for good: two of these libraries do not fit into one process. */
let loaded: NativeName | undefined

/** `require` as seen from within the package: in the folder $RULESCOPE_NATIVE, or wherever Node finds it from here. */
const within = (name: string, { createRequire }: Modules): Require => {
  const folder = nodeProcess()?.env["RULESCOPE_NATIVE"]
  for (const from of [...(folder === undefined ? [] : [`${folder}/`]), import.meta.url]) {
    try {
      return createRequire(createRequire(from).resolve(`${name}/package.json`))
    } catch {
      // Not there: the next place.
    }
  }
  throw new Error(`Cannot find package '${name}'`)
}

/** Keeps what it would say of itself off stderr, and puts back what Node 23 removed; the packages call both. */
const prepareNode = (): void => {
  const process = nodeProcess()!
  // What the library logs, a missing card at length; it reads the environment of the process as it loads. What fails is thrown.
  process.env["TF_CPP_MIN_LOG_LEVEL"] ??= "3"
  const util = process.getBuiltinModule!("util") as Record<string, unknown>
  util["isNullOrUndefined"] ??= (value: unknown) => value === null || value === undefined
  // Node's own warns that it is deprecated.
  util["isArray"] = Array.isArray
}

/** Written in the package with methods that only the union package gives to tensors. */
const prelu = (tf: TensorFlow): KernelConfig => ({
  kernelName: "Prelu",
  backendName: nativeEngine,
  kernelFunc: ({ inputs }): TensorInfo => {
    const { alpha, x } = inputs as { readonly x: Tensor; readonly alpha: Tensor }
    return tf.tidy(() => tf.add(tf.relu(x), tf.mul(alpha, tf.minimum(x, 0))))
  }
})

/**
 * Loads the kernels of a native package and nothing else of it: its own entry brings the union package, which replaces
 * the gradients of every backend. Where the kernels ask for that, they get the core that is loaded already.
 */
const register = (tf: TensorFlow, name: NativeName, require: Require, Modules: Modules): void => {
  const answers: Record<string, unknown> = {
    "@tensorflow/tfjs": tf,
    "@tensorflow/tfjs-core": tf,
    // Messages for TensorBoard; they need a package of their own.
    "./dist/proto/api_pb.js": {}
  }
  const lent = Object.entries(answers).map(([id, exports]) => {
    const file = require.resolve(id)
    require.cache[file] = Object.assign(new Modules(file), { exports, loaded: true })
    return file
  })
  try {
    const binding = require(addon)
    require("./dist/register_all_kernels.js")
    const { NodeJSKernelBackend } = require("./dist/nodejs_kernel_backend.js") as {
      NodeJSKernelBackend: new (binding: unknown, name: string) => InstanceType<TensorFlow["KernelBackend"]>
    }
    tf.unregisterKernel("Prelu", nativeEngine)
    tf.registerKernel(prelu(tf))
    tf.registerBackend(nativeEngine, () => new NodeJSKernelBackend(binding, nativePackages[name]))
  } finally {
    for (const file of lent) delete require.cache[file]
  }
}

/** Loads TensorFlow's own library under the core that the other backends use, and leaves those as they are. */
export const loadNative = async (name: NativeName): Promise<void> => {
  if (nodeProcess() === undefined) throw new Error(`${nativePackages[name]} runs in Node only`)
  if (loaded === name) return
  const Modules = nodeProcess()!.getBuiltinModule!("module") as Modules
  const require = within(nativePackages[name], Modules)
  if (loaded !== undefined)
    throw new Error(`this process has loaded ${nativePackages[loaded]}, and can have one of both`)
  prepareNode()
  register(await loadTensorFlow(), name, require, Modules)
  loaded = name
}

/** Whether a backend in use could compute on a card and has none. */
export const withoutCard = (name: BackendName, tf: TensorFlow): boolean =>
  name === "node-gpu" && !(tf.engine().findBackend(nativeEngine) as unknown as NativeBackend).isUsingGpuDevice
