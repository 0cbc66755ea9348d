import type { Observation } from "@rulescope/automata"
import { type Claim, Plugin, type Verdict, Verifier } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"
import { oneStep } from "./oneStep.ts"
import { replay } from "./fromOneFrame.ts"
import { wilson } from "./wilson.ts"

const id = "replay"

const Config = Schema.Struct({
  tolerance: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
    .annotate({ description: "Share of decided cells that may contradict a confirmed rule; 0 for clean recordings." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0))),
  listed: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 10_000 }))
    .annotate({ description: "Contradicting cells listed in the verdict, at most." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(20)))
})
type Config = typeof Config.Type

const grouped = (count: number): string => count.toLocaleString("en-US")

const cells = (count: number): string => `${grouped(count)} ${count === 1 ? "cell" : "cells"}`

const judge = ({ listed, tolerance }: Config, claim: Claim, observations: ReadonlyArray<Observation>): Verdict => {
  const steps = oneStep(claim, observations, listed)
  const { contradicted, decided, transitions, undecided } = steps
  const accuracy = decided === 0 ? 0 : (decided - contradicted) / decided
  const verdict = {
    ...steps,
    accuracy,
    interval: wilson(decided - contradicted, decided),
    attainable: null,
    replay: replay(claim, observations)
  }
  if (transitions === 0) return { ...verdict, status: "inconclusive", because: "no transition was held out" }
  if (decided === 0)
    return { ...verdict, status: "inconclusive", because: "the rule decides none of the observed cells" }
  if (contradicted > tolerance * decided) {
    return {
      ...verdict,
      status: "refuted",
      because: `${grouped(contradicted)} of ${cells(decided)} contradict the rule`
    }
  }
  const open = undecided === 0 ? "" : `; ${cells(undecided)} of undetermined classes left out`
  const because =
    contradicted === 0
      ? `all ${cells(decided)} agree${open}`
      : `${grouped(contradicted)} of ${cells(decided)} disagree, within the tolerance${open}`
  return { ...verdict, status: "confirmed", because }
}

/** One step of the rule on every frame, then a replay from one frame. */
export const replayVerifier = Plugin.make({
  id,
  version: 2,
  summary: "Predicts every recorded frame from the one before, then replays from one frame alone.",
  config: Config,
  layer: (config) =>
    Layer.succeed(
      Verifier,
      Verifier.of({ verify: (claim, observations) => Effect.sync(() => judge(config, claim, observations)) })
    )
})
