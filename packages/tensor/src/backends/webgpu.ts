import { importOptional, nodeProcess } from "./platform.ts"

interface Gpu {
  readonly requestAdapter: () => Promise<object | null>
}

interface Dawn {
  readonly create: (options: ReadonlyArray<string>) => Gpu
  readonly globals: object
}

const noCard = "this machine shows no graphics card"

/**
 * Whether it is worth starting Dawn: without a card it finds nothing, and says so on stderr, where this package must
 * not write. Only Linux tells without being asked; a Vulkan driver named in the environment counts as a card.
 */
const mayHaveCard = (): boolean => {
  const process = nodeProcess()
  if (process === undefined || process.platform !== "linux") return true
  if (process.env["VK_ICD_FILENAMES"] !== undefined || process.env["VK_DRIVER_FILES"] !== undefined) return true
  const fs = process.getBuiltinModule?.("fs") as { existsSync: (path: string) => boolean } | undefined
  return fs === undefined || ["/dev/dri", "/dev/nvidia0", "/dev/dxg"].some((path) => fs.existsSync(path))
}

/** Puts Dawn, from the package `webgpu`, where a browser has its own WebGPU. */
const bringDawn = async (): Promise<void> => {
  const { create, globals } = (await importOptional("webgpu")) as Dawn
  for (const [name, value] of Object.entries(Object.getOwnPropertyDescriptors(globals))) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, value)
  }
  Object.defineProperty(globalThis.navigator, "gpu", { value: create([]), configurable: true })
}

const gpuHere = (): Gpu | undefined => (globalThis as { navigator?: { gpu?: Gpu } }).navigator?.gpu

/** Loads the WebGPU backend, in Node on Dawn; rejects where there is no card that WebGPU can use. */
export const loadWebGpu = async (): Promise<unknown> => {
  if (gpuHere() === undefined) {
    if (nodeProcess() === undefined) throw new Error("this browser has no WebGPU")
    if (!mayHaveCard()) throw new Error(noCard)
    await bringDawn()
  }
  if ((await gpuHere()!.requestAdapter()) === null) throw new Error(`${noCard} that WebGPU can use`)
  return import("@tensorflow/tfjs-backend-webgpu")
}
