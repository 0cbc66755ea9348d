import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { defineConfig, type Plugin } from "vite"
import { pageConfig } from "../../scripts/page.ts"

// The binaries belong to a dependency of `@rulescope/tensor`, the only door to TensorFlow.js.
const tensor = createRequire(createRequire(import.meta.url).resolve("@rulescope/tensor"))
const folder = dirname(tensor.resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm"))
const names = ["", "-simd", "-threaded-simd"].map((variant) => `tfjs-backend-wasm${variant}.wasm`)

/** Lays the binaries of the WebAssembly backend beside the page, in `wasm/`. */
const wasmFiles: Plugin = {
  name: "rulescope-wasm-files",
  generateBundle() {
    for (const name of names) {
      this.emitFile({ type: "asset", fileName: `wasm/${name}`, source: readFileSync(join(folder, name)) })
    }
  },
  configureServer: ({ middlewares }) => {
    middlewares.use("/wasm/", (request, response, next) => {
      const name = names.find((one) => request.url === `/${one}`)
      if (name === undefined) return next()
      response.setHeader("content-type", "application/wasm").end(readFileSync(join(folder, name)))
    })
  }
}

export default defineConfig({ ...pageConfig, plugins: [wasmFiles] })
