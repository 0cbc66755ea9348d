import {
  autocorrelation,
  everywhere,
  inferLaw,
  innovationsOf,
  makeLibrary,
  neighbourCorrelation,
  type Space,
  type Trajectory
} from "@rulescope/sde"

/** What an instrument did to a recording. */
export interface Instrument {
  readonly hidden: "nothing" | "velocities"
  readonly readingError: boolean
  /** One sentence; empty when it did nothing. */
  readonly because: string
}

/** Standard errors at which steps go on, and at which they fall back: a small reading error is soon visible. */
const sure = { goesOn: 6, fallsBack: 4 }

/** Share of the spread of steps that goes on from step to step: about 1 of a smooth path, little of a noisy one. */
const smooth = 0.7

/**
 * Whether readings have errors of their own and paths are smooth. An independent error of every reading makes
 * neighbouring innovations of a law fall back on each other and leaves those further apart alone; a coordinate driven by
 * a velocity makes steps that go on. With errors of variance s² and steps of variance c that go on, covariances of
 * innovations are c + 2 s², c − s², c, …: 3 r₂ / (1 + 2 r₁) is the share of c.
 */
export const instrumentOf = (recordings: ReadonlyArray<Trajectory>, space: Space, seed: string): Instrument => {
  const nothing: Instrument = { hidden: "nothing", readingError: false, because: "" }
  const [recording] = recordings
  if (recordings.length !== 1 || recording === undefined || space.loops.length > 0) return nothing
  const seen = { ...recording, space }
  const d = space.coordinates.length
  const degree = space.coordinates.some(({ kind }) => kind === "phase") ? 1 : 3
  const { laws, order } = inferLaw([[seen]], everywhere(space, makeLibrary(space, { harmonics: 1, degree })), {
    maxOrder: 2,
    seed: `${seed}/instrument`
  })
  const { own } = innovationsOf(laws[0]!, order, seen)
  const found = space.coordinates.map((_, k) => {
    const series = Float64Array.from({ length: own.length / d }, (__, t) => own[t * d + k]!)
    const [first, second] = autocorrelation(series, 2) as [
      { value: number; error: number },
      { value: number; error: number }
    ]
    const order = neighbourCorrelation(seen, k)
    const together = order.value > sure.goesOn * order.error
    return {
      isMisread: together && first.value < -sure.fallsBack * first.error,
      isSmooth:
        together && second.value > sure.goesOn * second.error && 3 * second.value > smooth * (1 + 2 * first.value)
    }
  })
  if (found.every(({ isSmooth }) => isSmooth)) {
    return {
      hidden: "velocities",
      readingError: true,
      because: "paths are smooth: each coordinate has a velocity that nobody recorded"
    }
  }
  return found.some(({ isMisread }) => isMisread)
    ? { hidden: "nothing", readingError: true, because: "readings have errors of their own" }
    : nothing
}
