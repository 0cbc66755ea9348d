import { everywhere, inferLaw, isStill, type Term, type Trajectory } from "@rulescope/sde"

/** Standard errors apart at which two recordings' constants are taken for different ones. */
const apart = 4

/**
 * The constant, when recordings differ in it: a sweep, in which each has a bias of its own and shares the rest of the
 * law. Nothing when there is one recording, or when all may have the same constant.
 */
export const ownTerms = (
  recordings: ReadonlyArray<Trajectory>,
  library: ReadonlyArray<Term>,
  seed: string
): ReadonlyArray<Term> => {
  const constant = library.find((term) => isStill(term) && term.powers.every((p) => p === 0))
  if (recordings.length < 2 || constant === undefined) return []
  const { space } = recordings[0]!
  const { entries } = inferLaw(
    recordings.map((recording) => [recording]),
    everywhere(space, library),
    { own: ({ term }) => term === constant, seed: `${seed}/own` }
  )
  const differ = space.coordinates.some((_, k) => {
    const own = entries.filter(({ coordinate, group }) => coordinate === k && group !== undefined)
    const weight = own.reduce((sum, { alone }) => sum + 1 / alone.error ** 2, 0)
    const mean = own.reduce((sum, { alone }) => sum + alone.value / alone.error ** 2, 0) / weight
    return own.some(({ alone }) => Math.abs(alone.value - mean) > apart * alone.error)
  })
  return differ ? [constant] : []
}
