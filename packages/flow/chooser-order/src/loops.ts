import { everywhere, inferLaw, type LibraryOptions, makeLibrary, type Space, type Trajectory } from "@rulescope/sde"

/** Pairs of phases, each as [a, b] with a < b. */
const pairsOf = ({ coordinates }: Space): ReadonlyArray<readonly [number, number]> => {
  const phases = coordinates.flatMap(({ kind }, k) => (kind === "phase" ? [k] : []))
  return phases.flatMap((a, i) => phases.slice(i + 1).map((b) => [a, b] as const))
}

/**
 * Pairs of phases whose difference stands as a number in the most probable law: a loop with an inductance holds flux
 * beyond a turn. Only phases that came unwrapped can tell.
 */
export const loopsIn = (
  recordings: ReadonlyArray<Trajectory>,
  options: LibraryOptions,
  seed: string
): ReadonlyArray<readonly [number, number]> => {
  const plain = recordings[0]!.space
  const loops = pairsOf(plain)
  if (loops.length === 0 || loops.length > 3) return []
  const space: Space = { ...plain, loops }
  const seen = recordings.map((recording) => ({ ...recording, space }))
  const { entries } = inferLaw([seen], everywhere(space, makeLibrary(space, options)), { seed: `${seed}/loops` })
  const reals = plain.coordinates.filter(({ kind }) => kind === "real").length
  return loops.filter((_, i) =>
    entries.some(({ present, term, value }) => value !== 0 && present >= 0.9 && term.powers[reals + i]! > 0)
  )
}
