import { importOptional, nodeProcess } from "./platform.ts"

/** Both native packages still call a function that Node 23 removed. */
const restoreIsNullOrUndefined = (): void => {
  const util = nodeProcess()?.getBuiltinModule?.("util") as Record<string, unknown> | undefined
  if (util !== undefined) util["isNullOrUndefined"] ??= (value: unknown) => value === null || value === undefined
}

/** Loads `@tensorflow/tfjs-node` or its sibling, which register themselves. */
export const loadNative = (name: string): Promise<unknown> => {
  restoreIsNullOrUndefined()
  return importOptional(name)
}
