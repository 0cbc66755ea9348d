/** What a generator reads from outside, such as a file. */
export interface Source {
  /** What people call it, such as its path. */
  readonly name: string
  /** Content key of all that is read. */
  readonly key: string
}
