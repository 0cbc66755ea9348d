import { Effect } from "effect"

/** When an attempt at a training is enough, and which to keep. */
export interface Policy<A> {
  /** Attempts at most. */
  readonly attempts: number
  /** Why an attempt is not good enough, or null when another could not do better. */
  readonly reasonToRestart: (outcome: A) => string | null
  readonly isBetter: (outcome: A, than: A) => boolean
  /** Told before attempt 2, 3 and so on. */
  readonly restarted: (attempt: number, because: string) => Effect.Effect<void>
}

/** The best attempt. */
interface Best<A> {
  readonly best: A
  /** Attempts made. */
  readonly attempts: number
  /** Why the last was not good enough, or null when it was. */
  readonly because: string | null
}

/** Makes attempts until one is good enough: the first from the seed itself, the others from `<seed>/attempt-<n>`. */
export const tryAttempts = Effect.fnUntraced(function* <A, E, R>(
  seed: string,
  policy: Policy<A>,
  one: (seed: string, attempt: number) => Effect.Effect<A, E, R>
) {
  let best: A | undefined
  for (let attempt = 1; ; attempt++) {
    const outcome = yield* one(attempt === 1 ? seed : `${seed}/attempt-${attempt}`, attempt)
    if (best === undefined || policy.isBetter(outcome, best)) best = outcome
    const because = policy.reasonToRestart(outcome)
    if (because === null || attempt >= policy.attempts) {
      const ended: Best<A> = { best, attempts: attempt, because }
      return ended
    }
    yield* policy.restarted(attempt + 1, because)
  }
})

/**
 * Size of a step: constant for half of them, then falling linearly to 0, as most descents end long before, and one
 * that jumps about near a solution comes to rest in it. Each further attempt halves it, since large steps are what
 * stalls a descent.
 */
export const steadyRate =
  ({ learningRate, maxSteps }: { readonly learningRate: number; readonly maxSteps: number }, attempt: number) =>
  (step: number): number =>
    learningRate * 0.5 ** (attempt - 1) * Math.min(1, 2 * (1 - (step - 1) / maxSteps))
