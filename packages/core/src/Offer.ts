import { Effect, Schema } from "effect"
import type { Place } from "./Open.ts"
import * as Plugin from "./Plugin.ts"
import { lineOf, type Problem } from "./Problem.ts"
import { say, word } from "./Sentence.ts"
import type { AnySubject, Equipped } from "./Subject.ts"
import { type Subjects, UnknownSubject } from "./Subjects.ts"

/** A plugin that comes from outside, and where specs can choose it. Made by the subject's `offer`, which knows the types. */
export interface Offer<out R> {
  /** Id of the subject that it is about. */
  readonly subject: string
  /** Key in its specs, such as "inferrer" or "augmenters". */
  readonly place: string
  readonly plugin: Plugin.Entry<any, R>
}

/** Offers a plugin of the stage `I`, and takes none of another. */
export type Offering<in out I> = <C extends Schema.ConstraintCodec<any, any>, R>(
  plugin: Plugin.Plugin<I, C, R>
) => Offer<R>

/** Makes the offers of a subject for plugins of the stage `I`, chosen at a place of its specs. */
export const offerAt =
  <I>(subject: string, place: string): Offering<I> =>
  (plugin) => ({ subject, place, plugin: Plugin.erase(plugin) })

/** A plugin is offered for a place that specs of the subject do not have. */
export class UnknownPlace extends Schema.TaggedError<UnknownPlace>()("UnknownPlace", {
  subject: Schema.String,
  place: Schema.String,
  id: Schema.String,
  known: Schema.Array(Schema.String)
}) {
  get problem(): Problem {
    return {
      reason: say`"${this.id}" is offered as ${this.place}, which no spec of ${this.subject} has`,
      remedy: say`known: ${this.known}`
    }
  }
  override get message() {
    return lineOf(this.problem)
  }
}

/** Two plugins of a stage have one id, so that a spec could not say which it means. */
export class DuplicatePlugin extends Schema.TaggedError<DuplicatePlugin>()("DuplicatePlugin", {
  stage: Schema.String,
  id: Schema.String
}) {
  get problem(): Problem {
    return { reason: say`the ${word(this.stage)} "${this.id}" exists already`, remedy: say`give it another id` }
  }
  override get message() {
    return lineOf(this.problem)
  }
}

export type OfferError = UnknownSubject | UnknownPlace | DuplicatePlugin

const added = <R>(
  { many, place, registry }: Place<R>,
  { plugin }: Offer<R>
): Effect.Effect<Place<R>, DuplicatePlugin> => {
  const { entries, stage } = registry
  if (entries.has(plugin.id)) return Effect.fail(new DuplicatePlugin({ stage, id: plugin.id }))
  return Effect.succeed({ place, many, registry: { stage, entries: new Map([...entries, [plugin.id, plugin]]) } })
}

const equippedWith = Effect.fnUntraced(function* <R>(
  { places, subject }: Equipped<AnySubject, R>,
  offer: Offer<R>
): Effect.fn.Return<Equipped<AnySubject, R>, UnknownPlace | DuplicatePlugin> {
  const at = places.findIndex(({ place }) => place === offer.place)
  if (at < 0) {
    const known = places.map(({ place }) => place)
    return yield* new UnknownPlace({ subject: subject.id, place: offer.place, id: offer.plugin.id, known })
  }
  return { subject, places: places.with(at, yield* added(places[at]!, offer)) }
})

/** The subjects with what is offered among their plugins, after those that they have. The given ones stay as they are. */
export const extend = Effect.fn("extend")(function* <R>(
  subjects: Subjects<R>,
  offers: ReadonlyArray<Offer<R>>
): Effect.fn.Return<Subjects<R>, OfferError> {
  const all = new Map(subjects)
  for (const offer of offers) {
    const equipped = all.get(offer.subject)
    if (equipped === undefined) return yield* new UnknownSubject({ id: offer.subject, known: [...all.keys()] })
    all.set(offer.subject, yield* equippedWith(equipped, offer))
  }
  return all
})
