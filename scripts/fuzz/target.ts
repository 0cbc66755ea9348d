/** A file to begin from, and what a reader needs to know beside its bytes. */
export interface Seed {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A reader of what comes from outside. */
export interface Target {
  readonly name: string
  readonly seeds: ReadonlyArray<Seed>
  /** Reads, or refuses in the way that is its own: with a tagged error, or a value that says why. Throws otherwise. */
  readonly read: (input: Seed) => Promise<void>
}

export const text = (content: string, name = ""): Seed => ({ name, bytes: new TextEncoder().encode(content) })

export const textOf = ({ bytes }: Seed): string => new TextDecoder().decode(bytes)
