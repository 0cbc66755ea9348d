/**
 * Every backend. The first that works computes what is small; for larger training the fastest is measured.
 * `webgpu` runs in pages and in Node, `webgl` in pages only, `node` and `node-gpu` in Node only.
 */
export const backendNames = ["wasm", "cpu", "webgpu", "webgl", "node", "node-gpu"] as const
export type BackendName = (typeof backendNames)[number]
