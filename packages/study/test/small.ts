import { type ClassTable, formatRule, readRule, rowTotal, type Rule, simulate } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import {
  Augmenter,
  Backbone,
  Chooser,
  BackboneError,
  equip,
  Generator,
  Inferrer,
  makeEstimate,
  type Registries,
  type Sample,
  Verifier
} from "@rulescope/automata"
import { makeSubjects, Plugin, Registry, type Source } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"
import { twoStates } from "./twoStates.ts"

/** Small plugins that do their work without a network: soups, frequencies of the census, majority, agreement. */

/** What the soups of a rule are said to have been read from; none unless a test sets it. */
export const sources = new Map<string, string>()

const sourceOf = (rule: string): Source | null => {
  const key = sources.get(rule)
  return key === undefined ? null : { name: `${rule}.npz`, key }
}

/** How often data were generated and models asked, since the process began. */
export const calls = { generate: 0, predict: 0 }

const number = (initial: number, minimum = 0) =>
  Schema.Finite.check(Schema.isGreaterThanOrEqualTo(minimum)).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed(initial))
  )

const soupConfig = Schema.Struct({
  rule: Schema.String,
  side: number(24, 4),
  density: number(0.5),
  generations: number(6, 1)
})

const ruleOf = (text: string): Rule => {
  const read = readRule(twoStates, text)
  if (!read.ok) throw new Error(text)
  return read.value
}

const soup = Plugin.make({
  id: "soup",
  version: 1,
  summary: "Soups of a rule.",
  config: soupConfig,
  layer: ({ density, generations, rule, side }) =>
    Layer.succeed(
      Generator,
      Generator.of({
        source: Effect.sync(() => sourceOf(rule)),
        generate: (seed) =>
          Effect.sync(() => {
            calls.generate++
            const random = makeRandom(seed)
            const world = { width: side, height: side, boundary: "torus" as const }
            const first = Uint8Array.from({ length: side * side }, () => (random.uniform() < density ? 1 : 0))
            const cells = simulate(ruleOf(rule), first, world, generations)
            const recording = { ...world, source: "soup", frames: generations + 1, states: 2, cells }
            return [{ ...recording, rule: formatRule(ruleOf(rule)) }]
          })
      })
    )
})

const augmenter = (id: string, purpose: "training" | "statistics") =>
  Plugin.make({
    id,
    version: 1,
    summary: `Weights for ${purpose}.`,
    config: Schema.Struct({ factor: number(2) }),
    layer: ({ factor }) =>
      Layer.succeed(
        Augmenter,
        Augmenter.of({
          purpose,
          augment: (samples: ReadonlyArray<Sample>) =>
            Effect.succeed(samples.map((one) => ({ ...one, weights: one.weights.map((w) => w * factor) })))
        })
      )
  })

/** Learns the frequency of every outcome, smoothed; fails when told to, to show what a failing stage does. */
const frequencies = (id: string) =>
  Plugin.make({
    id,
    version: 1,
    summary: "Frequencies of the census.",
    config: Schema.Struct({
      smoothing: number(0),
      broken: Schema.Boolean.pipe(Schema.withDecodingDefaultKey(Effect.succeed(false)))
    }),
    layer: ({ broken, smoothing }) =>
      Layer.succeed(
        Backbone,
        Backbone.of({
          fit: ({ counts, neighbourhood, states }) =>
            broken
              ? Effect.fail(new BackboneError({ plugin: id, reason: "it is broken", remedy: "mend it" }))
              : Effect.succeed({
                  info: {
                    backbone: id,
                    neighbourhood: neighbourhood.id,
                    states,
                    config: {},
                    steps: 1,
                    attempts: 1,
                    loss: 0,
                    allPatternsRight: true
                  },
                  weights: [
                    {
                      name: "frequency",
                      shape: [counts.length / states, states],
                      values: Float32Array.from(counts, (count, at) => {
                        const total = rowTotal(counts, states, Math.floor(at / states))
                        return (count + smoothing + 1e-3) / (total + states * (smoothing + 1e-3))
                      })
                    }
                  ]
                }),
          predict: ({ weights }, patterns) =>
            Effect.sync(() => {
              calls.predict++
              return Float32Array.from(patterns.flatMap((p) => [...weights[0]!.values.subarray(2 * p, 2 * p + 2)]))
            })
        })
      )
  })

const read = ({ counts, family }: ClassTable, observed: ClassTable, least: number) => {
  const labels = Uint8Array.from(family.classes, (_, i) => {
    const [dead, live] = [counts[2 * i]!, counts[2 * i + 1]!]
    return dead + live < least ? 255 : live > dead ? 1 : 0
  })
  const support = family.classes.map((_, i) => observed.counts[2 * i]! + observed.counts[2 * i + 1]!)
  const posterior = Float64Array.from(counts, (count, at) => {
    const total = rowTotal(counts, 2, at >> 1)
    return total === 0 ? 0.5 : count / total
  })
  return makeEstimate(family, {
    labels,
    support,
    posterior,
    used: { inferrer: "majority", evidence: "predictions", parameters: { least } }
  })
}

const majority = (id: string) =>
  Plugin.make({
    id,
    version: 1,
    summary: "The majority of every class.",
    config: Schema.Struct({ least: number(1), beta: number(1) }),
    layer: ({ least }) =>
      Layer.succeed(
        Inferrer,
        Inferrer.of({
          admit: () => Effect.void,
          infer: ({ observed, predicted }) => Effect.sync(() => read(predicted, observed, least))
        })
      )
  })

const agreement = Plugin.make({
  id: "replay",
  version: 1,
  summary: "Counts transitions.",
  config: Schema.Struct({}),
  layer: () =>
    Layer.succeed(
      Verifier,
      Verifier.of({
        verify: (_, observations) =>
          Effect.sync(() => {
            const transitions = observations.reduce((sum, { transitions }) => sum + transitions.length, 0)
            return {
              status: "inconclusive" as const,
              because: "only counted",
              accuracy: 1,
              interval: { low: 0, high: 1 },
              attainable: null,
              decided: 0,
              undecided: 0,
              transitions,
              exactTransitions: transitions,
              contradicted: 0,
              contradictions: [],
              replay: null
            }
          })
      })
    )
})

/** Takes the simplest family. */
const first = Plugin.make({
  id: "marginal-likelihood",
  version: 1,
  summary: "Takes the first candidate.",
  config: Schema.Struct({}),
  layer: () =>
    Layer.succeed(
      Chooser,
      Chooser.of({
        choose: ({ candidates }) =>
          Effect.succeed({ id: candidates[0]!.id, criterion: "order", scores: [], symmetry: null })
      })
    )
})

export const registries: Registries<never> = {
  generators: Registry.make(Generator, "generator", [Plugin.erase(soup)]),
  choosers: Registry.make(Chooser, "chooser", [Plugin.erase(first)]),
  augmenters: Registry.make(Augmenter, "augmenter", [
    Plugin.erase(augmenter("lesson", "training")),
    Plugin.erase(augmenter("counters", "statistics"))
  ]),
  backbones: Registry.make(
    Backbone,
    "backbone",
    ["cnn", "p4", "p8"].map((id) => Plugin.erase(frequencies(id)))
  ),
  inferrers: Registry.make(
    Inferrer,
    "inferrer",
    ["threshold", "second", "third", "fourth"].map((id) => Plugin.erase(majority(id)))
  ),
  verifiers: Registry.make(Verifier, "verifier", [Plugin.erase(agreement)])
}

export const subjects = makeSubjects([equip(twoStates, registries)])

export const base = { generator: { id: "soup", config: { rule: "B36/S23" } }, family: "life-like" }
