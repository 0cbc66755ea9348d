/** A backend that tests may name. */
type Name = "wasm" | "cpu" | "node" | "node-gpu"

/**
 * The backends that every machine has, and the native one where `rulescope doctor --install native` has brought it:
 * the test runner says so, as packages look at no files.
 */
export const backendsHere: ReadonlyArray<Name> = (
  (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env["RULESCOPE_TEST_BACKENDS"] ??
  "wasm,cpu"
).split(",") as ReadonlyArray<Name>

/** The native one of them, if there is one. */
export const nativeHere = backendsHere.filter((name) => name !== "wasm" && name !== "cpu")
