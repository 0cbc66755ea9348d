import { type Evidence, Inferrer, type RuleEstimate, type RunSpec } from "@rulescope/automata"
import { type Files, Registry } from "@rulescope/core"
import { automataRegistries } from "@rulescope/preset"
import type { Backend } from "@rulescope/tensor"
import { Effect, Option } from "effect"

/** What plugins need from outside. */
type Needs = Backend.Backend | Files

/**
 * Reads the rule out of the evidence so far, as often as there is any, with the inferrer of the run: its thresholds
 * move as the counters do. Not with one that takes longer than `patienceMs`, defaults to 40, nor with one that refuses.
 */
export const readSoFar: (
  spec: RunSpec,
  onReading: (estimate: RuleEstimate, evidence: Evidence) => void,
  patienceMs?: number
) => Effect.Effect<(evidence: Evidence) => Effect.Effect<void>, never, Needs> = Effect.fn("readSoFar")(function* (
  { inferrer },
  onReading,
  patienceMs = 40
) {
  const selected = Registry.select(automataRegistries.inferrers, inferrer)
  const service = yield* Effect.option(Effect.service(Inferrer).pipe(Effect.provide(selected)))
  // A choice that is wrong is told by the run itself.
  if (Option.isNone(service)) return () => Effect.void
  const { infer } = service.value
  let waits = false
  const read = Effect.fnUntraced(function* (evidence: Evidence) {
    const begun = performance.now()
    onReading(yield* Effect.timeout(infer(evidence), 5 * patienceMs), evidence)
    waits = performance.now() - begun > patienceMs
  })
  const waitInstead = () => Effect.sync(() => void (waits = true))
  return (evidence: Evidence): Effect.Effect<void> =>
    waits ? Effect.void : read(evidence).pipe(Effect.catch(waitInstead))
})
