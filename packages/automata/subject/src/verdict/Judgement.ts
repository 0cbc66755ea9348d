import { Schema } from "effect"

/** Something else that explains the frames better than a rule of single steps does, as far as the data tell. */
export const Rival = Schema.Struct({
  kind: Schema.Literals([
    "family",
    "stride",
    "boundary",
    "further",
    "second-order",
    "alternating",
    "blocks",
    "change",
    "frames",
    "asynchronous"
  ]),
  /** What seems to be so, as half a sentence. */
  says: Schema.String,
  /** What to try. */
  remedy: Schema.String
})
export type Rival = typeof Rival.Type

/** The one verdict of a run: over training part, held-out part and replay, with what else the frames may mean. */
export const Judgement = Schema.Struct({
  /** "unproved": nothing was held out, as was asked. */
  status: Schema.Literals(["confirmed", "refuted", "inconclusive", "unproved"]),
  /** One sentence for people. */
  because: Schema.String,
  /** What would settle it; null when it is settled. */
  settle: Schema.NullOr(Schema.String),
  rival: Schema.NullOr(Rival),
  /** Classes whose label in the answer, read from all frames, is not that of the law that was tested. */
  beyond: Schema.Struct({
    /** Open in the law that was tested, labelled in the answer. */
    added: Schema.Array(Schema.String),
    /** Labelled otherwise in the law that was tested; all when that was of another family. */
    changed: Schema.Array(Schema.String)
  })
})
export type Judgement = typeof Judgement.Type
