/** What a native installation is made of: names, versions, hashes and licences, as they were tried. */

/** A package of npm; `integrity` is that of its archive. */
export interface NpmPart {
  readonly name: string
  readonly version: string
  readonly integrity: string
  readonly licence: string
}

/** A wheel of Python's index. */
export interface WheelPart {
  readonly name: string
  readonly version: string
  readonly sha256: string
  /** Size of the archive in bytes. */
  readonly bytes: number
  readonly licence: string
  /** Beginnings of the names of members that are unpacked, and what they become in the installation. */
  readonly take: Readonly<Record<string, string>>
}

/** Everything for one kind of machine. */
export interface Parts {
  /** The machine as pip names it. */
  readonly tag: string
  readonly npm: ReadonlyArray<NpmPart>
  readonly wheels: ReadonlyArray<WheelPart>
  /** Disk space that it takes while it is installed, in bytes. */
  readonly space: number
  /** Nobody has tried it yet. */
  readonly untried: boolean
}
