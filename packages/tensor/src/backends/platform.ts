/** The little of Node that is looked at; a page has none of it. */
interface NodeProcess {
  readonly platform: string
  readonly env: Record<string, string | undefined>
  readonly getBuiltinModule?: (id: string) => unknown
}

/** Node's process; undefined in a page. */
export const nodeProcess = (): NodeProcess | undefined => {
  const { process } = globalThis as { process?: NodeProcess & { versions?: { node?: string } } }
  return process?.versions?.node === undefined ? undefined : process
}

/** Imports a package that somebody may have installed: named by a variable, so no compiler or bundler insists on it. */
export const importOptional = async (name: string): Promise<unknown> => {
  if (nodeProcess() === undefined) throw new Error(`${name} runs in Node only`)
  return import(/* @vite-ignore */ name)
}
