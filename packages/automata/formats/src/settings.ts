/** What the user says about a file, where it is not to be found out. */
export interface Settings {
  /** States of values as the file writes them: `{ "255": "unobserved", "#ffffff": 1 }`; the others are found. */
  readonly values?: Readonly<Record<string, number | "unobserved">>
  /** Axes of arrays in their order: T frames, H rows, W columns, N recordings, C channels; such as "HWT". */
  readonly axes?: string
  /** Bytes that reading may hold besides the files; 128 MiB. */
  readonly memory?: number
}
