import { Effect } from "effect"
import { mkdir, readdir } from "node:fs/promises"
import { join } from "node:path"
import type { Site } from "./fetch.ts"
import { runTool } from "./tool.ts"

/** Compiles the package's addon against the library beside it, and lets it look for that one first of all. */
export const buildAddon = Effect.fnUntraced(function* ({ folder, target }: Site, compiler: string) {
  const out = join(target, "lib", "napi-v8")
  const libraries = join(target, "deps", "lib")
  const names = yield* Effect.promise(async () => {
    await mkdir(out, { recursive: true })
    return (await readdir(libraries)).filter((name) => /^libtensorflow_(?:cc|framework)\./.test(name))
  })
  const mac = process.platform === "darwin"
  const here = mac ? "@loader_path" : "$ORIGIN"
  const args = [
    "-std=c++17",
    "-O2",
    "-fPIC",
    "-shared",
    "-DNAPI_VERSION=8",
    ...(mac ? ["-undefined", "dynamic_lookup"] : ["-s"]),
    ...[join(folder, "node_modules", "node-api-headers", "include"), join(target, "include")].map(
      (path) => `-I${path}`
    ),
    ...["tfjs_backend.cc", "tfjs_binding.cc"].map((name) => join(target, "binding", name)),
    "-o",
    join(out, "tfjs_binding.node"),
    ...names.map((name) => join(libraries, name)),
    `-Wl,-rpath,${here}/../../deps/lib`
  ]
  yield* runTool(compiler, args, { remedy: "use a compiler of C++17, named by $CXX" })
})
