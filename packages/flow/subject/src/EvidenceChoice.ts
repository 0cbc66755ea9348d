import { Effect, Schema } from "effect"

/** What an inferrer reads: the network's predictions, what was observed, or both where they agree. */
export const EvidenceChoice = Schema.Literals(["predictions", "observations", "both"])
export type EvidenceChoice = typeof EvidenceChoice.Type

/** A field of an inferrer's configuration. */
export const evidenceField = (initial: EvidenceChoice) =>
  EvidenceChoice.annotate({
    description: "What is read: the network's drift, the recorded increments, or both where they agree."
  }).pipe(Schema.withDecodingDefaultKey(Effect.succeed(initial)))
