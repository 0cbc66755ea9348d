import { type KramersMoyal, takeKramersMoyal, type Trajectory } from "@rulescope/sde"

/** Fewer increments say nothing about when to stop. */
const fewest = 200

const stepsOf = ({ counts }: KramersMoyal): number => counts.reduce((sum, n) => sum + n, 0)

/** A census of the beginnings of recordings, to learn from, and one of their ends, in the same bins. */
export interface Split {
  readonly learned: KramersMoyal
  /** Null where nothing is set aside. */
  readonly judged: KramersMoyal | null
}

/** Sets a share at the end of each recording aside; nothing where that would be too little. */
export const split = (census: KramersMoyal, recordings: ReadonlyArray<Trajectory>, share: number): Split => {
  const whole: Split = { learned: census, judged: null }
  if (share === 0 || recordings.length === 0) return whole
  const part = (of: (samples: number, at: number) => readonly [from: number, to: number]) =>
    takeKramersMoyal(
      recordings.map((recording) => {
        const d = recording.space.coordinates.length
        const samples = recording.values.length / d
        const [from, to] = of(samples, Math.round((1 - share) * samples))
        return { ...recording, values: recording.values.subarray(from * d, to * d) }
      }),
      census.bins
    )
  const judged = part((samples, at) => [at, samples])
  const learned = part((_, at) => [0, at])
  return stepsOf(judged) < fewest || stepsOf(learned) < fewest ? whole : { learned, judged }
}
