import { Effect } from "effect"
import type { BackendName } from "./names.ts"
import { nodeProcess } from "./platform.ts"

/** Programs that draw where there is no graphics card: those of Chromium, Mesa, Windows and macOS. */
const programs = /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render/i

interface Adapter {
  /** Deprecated, but all that older browsers tell. */
  readonly isFallbackAdapter?: boolean
  readonly info?: Readonly<Record<"vendor" | "architecture" | "device" | "description", string>> & {
    readonly isFallbackAdapter?: boolean
  }
}

const ofWebGpu = async (): Promise<boolean> => {
  const { navigator } = globalThis as { navigator?: { gpu?: { requestAdapter: () => Promise<Adapter | null> } } }
  const adapter = await navigator?.gpu?.requestAdapter()
  if (adapter == null) return false
  const { info, isFallbackAdapter } = adapter
  if (isFallbackAdapter === true || info?.isFallbackAdapter === true) return true
  return [info?.vendor, info?.architecture, info?.device, info?.description].some((word) => programs.test(word ?? ""))
}

interface Gl {
  readonly getExtension: (name: "WEBGL_debug_renderer_info") => { readonly UNMASKED_RENDERER_WEBGL: number } | null
  readonly getParameter: (name: number) => unknown
}

const ofWebGl = (): boolean => {
  const { OffscreenCanvas: Canvas } = globalThis as {
    OffscreenCanvas?: new (width: number, height: number) => { readonly getContext: (kind: "webgl2") => Gl | null }
  }
  const gl = Canvas === undefined ? null : new Canvas(1, 1).getContext("webgl2")
  const names = gl?.getExtension("WEBGL_debug_renderer_info")
  return gl != null && names != null && programs.test(String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)))
}

/**
 * Whether a page's graphics backend is computed by the processor for want of a card. WebAssembly is faster then, and
 * does not have to be measured against it. In Node a driver that is named is meant. False where that cannot be told.
 */
export const drawnBySoftware = (name: BackendName): Effect.Effect<boolean> => {
  if (nodeProcess() !== undefined) return Effect.succeed(false)
  const told = async (): Promise<boolean> => (name === "webgpu" ? ofWebGpu() : name === "webgl" && ofWebGl())
  return Effect.orElseSucceed(Effect.tryPromise(told), () => false)
}
