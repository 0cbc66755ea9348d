import type { Chosen, Opened, Plugin } from "@rulescope/core"
import { Effect } from "effect"
import { type AugmentError, Augmenter } from "../Augmenter.ts"
import type { RunSpec } from "../RunSpec.ts"
import type { Sample } from "../Sample.ts"

type Purpose = Augmenter["Service"]["purpose"]

const purposes = new WeakMap<Chosen, Purpose>()

const purposeOf = Effect.fnUntraced(function* (chosen: Chosen): Effect.fn.Return<Purpose, Plugin.InvalidConfig> {
  const known = purposes.get(chosen)
  if (known !== undefined) return known
  const purpose = yield* Effect.provide(
    Effect.map(Augmenter, (augmenter) => augmenter.purpose),
    chosen.layer
  )
  purposes.set(chosen, purpose)
  return purpose
})

/** The augmenters of one purpose with their places in the spec's list. */
const ofPurpose = (purpose: Purpose, { chosen }: Opened<RunSpec>) =>
  Effect.filter([...chosen("augmenters").entries()], ([, one]) => Effect.map(purposeOf(one), (its) => its === purpose))

/** What the augmenters of one purpose decide, for keys. */
export const augmentersAsked =
  (purpose: Purpose) =>
  (opened: Opened<RunSpec>): Effect.Effect<unknown, Plugin.InvalidConfig> =>
    Effect.map(ofPurpose(purpose, opened), (list) =>
      list.map(([index, { choice, version }]) => [index, choice, version])
    )

/** Applies the augmenters of one purpose in the order of the spec. */
export const augment = Effect.fn("augment")(function* (
  purpose: Purpose,
  opened: Opened<RunSpec>,
  samples: ReadonlyArray<Sample>
): Effect.fn.Return<ReadonlyArray<Sample>, AugmentError | Plugin.InvalidConfig> {
  let current = samples
  for (const [index, { choice, layer }] of yield* ofPurpose(purpose, opened)) {
    const seed = `${opened.spec.seed}/augment-${index}-${choice.id}`
    current = yield* Effect.provide(
      Effect.flatMap(Augmenter, (augmenter) => augmenter.augment(current, seed)),
      layer
    )
  }
  return current
})
