/** What a study keeps of a run beside its row: JSON that its subject writes and reads, in parts of which equal ones are kept once. */
export interface RunDetail {
  readonly data: unknown
  readonly model: unknown
  readonly evidence: unknown
  /** `classes` is kept apart: many readings agree in it. */
  readonly estimate: { readonly classes: unknown }
  /** Null when the study does not ask for a proof. */
  readonly verdict: unknown
}
