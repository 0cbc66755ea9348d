/** Code that results depend on beside the plugins, such as an optimiser; part of the keys of what it helps to make. */
export interface Code {
  readonly id: string
  /** Counted up when the same input gives another result. */
  readonly version: number
}

/** Versions in one text, "2" or "2 with optimiser 3": those of code that has never changed results are left out. */
export const versionText = (version: number, uses: ReadonlyArray<Code> = []): string => {
  const changed = uses.filter((code) => code.version > 1).map(({ id, version }) => `${id} ${version}`)
  return changed.length === 0 ? String(version) : `${version} with ${changed.join(", ")}`
}
