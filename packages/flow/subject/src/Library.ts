import { type Entry, everywhere, sameTerm, type Space, type Term, termName } from "@rulescope/sde"
import { Schema } from "effect"

const TermSchema = Schema.Struct({
  wave: Schema.Array(Schema.Int),
  part: Schema.Literals(["cos", "sin"]),
  powers: Schema.Array(Schema.Int)
})

const Coordinate = Schema.Struct({ name: Schema.String, kind: Schema.Literals(["phase", "real"]) })

/** The coordinates of a law, and the pairs of phases whose difference counts beyond 2π (`Space` of sde). */
export const SpaceSchema = Schema.Struct({
  coordinates: Schema.Array(Coordinate),
  loops: Schema.Array(Schema.Tuple([Schema.Int, Schema.Int]))
})

/**
 * Where a law is looked for: which terms an equation may have, which coordinates nobody recorded, whether readings have
 * errors. The counterpart of a family of rules; what is not admitted here is not looked for.
 */
export const Library = Schema.Struct({
  /** Recorded coordinates in the order of the columns, then those that nobody recorded. */
  space: SpaceSchema,
  /** "velocities": each recorded x has a hidden v after all recorded ones, x' = v, and only v has an equation to be found. */
  hidden: Schema.Literals(["nothing", "velocities"]),
  /** Whether every reading may be off by an independent error. */
  readingError: Schema.Boolean,
  /** Terms that every equation may have. */
  terms: Schema.Array(TermSchema),
  /** Those of the terms whose coefficient each recording has for itself, such as the bias of a sweep. */
  own: Schema.Array(TermSchema)
})
export type Library = typeof Library.Type

/** What was chosen, and why. */
export const LibraryDecision = Schema.Struct({
  library: Library,
  /** Names of the terms, as laws write them. */
  names: Schema.Array(Schema.String),
  /** Names of terms that joined because the recordings ask for them, in their order. */
  added: Schema.Array(Schema.String),
  /** One sentence for people. */
  because: Schema.String,
  /** Numbers that the decision rests on, by name. */
  scores: Schema.Array(Schema.Struct({ name: Schema.String, score: Schema.Finite }))
})
export type LibraryDecision = typeof LibraryDecision.Type

/** A library without hidden coordinates, errors of reading and terms of a recording's own. */
export const plainLibrary = (space: Space, terms: ReadonlyArray<Term>): Library => ({
  space,
  hidden: "nothing",
  readingError: false,
  terms,
  own: []
})

/** Every term in every equation that is to be found. */
export const entriesOf = ({ hidden, space, terms }: Library): ReadonlyArray<Entry> => {
  const recorded = hidden === "nothing" ? 0 : space.coordinates.length / 2
  return everywhere(space, terms).filter(({ coordinate }) => coordinate >= recorded)
}

/** Whether a recording has the coefficient of an entry for itself. */
export const isOwn =
  ({ own }: Library) =>
  ({ term }: Entry): boolean =>
    own.some((one) => sameTerm(one, term))

/** Recordings that share all coefficients, each group with its places in the list. */
export const groupsOf = <A>({ own }: Library, recordings: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> =>
  own.length === 0 ? [recordings] : recordings.map((recording) => [recording])

export const namesOf = ({ space, terms }: Library): ReadonlyArray<string> => terms.map((term) => termName(space, term))
