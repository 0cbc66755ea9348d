import { type ClassTable, undetermined } from "@rulescope/lattice"
import { Effect, Schema } from "effect"
import type { Evidence } from "./Evidence.ts"

/** What an inferrer reads: the network's predictions, what was observed, or both where they agree. */
export const EvidenceChoice = Schema.Literals(["predictions", "observations", "both"])
export type EvidenceChoice = typeof EvidenceChoice.Type

/** A field of an inferrer's configuration. */
export const evidenceField = (initial: EvidenceChoice) =>
  EvidenceChoice.annotate({
    description: "What is read: the network's predictions, the observed frames, or both where they agree."
  }).pipe(Schema.withDecodingDefaultKey(Effect.succeed(initial)))

/** The class tables to read, by name. */
export const tablesOf = (
  choice: EvidenceChoice,
  { observed, predicted }: Evidence
): ReadonlyArray<{ readonly name: "predicted" | "observed"; readonly table: ClassTable }> => [
  ...(choice === "observations" ? [] : [{ name: "predicted" as const, table: predicted }]),
  ...(choice === "predictions" ? [] : [{ name: "observed" as const, table: observed }])
]

/** Labels on which all readings agree, undetermined elsewhere. */
export const agreedLabels = (readings: ReadonlyArray<Uint8Array>): Uint8Array =>
  readings.reduce((a, b) => a.map((label, index) => (label === b[index] ? label : undetermined)))
