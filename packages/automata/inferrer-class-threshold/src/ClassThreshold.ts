import {
  agreedLabels,
  type Evidence,
  evidenceField,
  InferError,
  Inferrer,
  labelPosterior,
  makeEstimate,
  singleSteps,
  tablesOf,
  whyOpen
} from "@rulescope/automata"
import { Plugin } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"
import { readLabels } from "./readLabels.ts"

const id = "class-threshold"

const share = (transition: string) =>
  Schema.NullOr(Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1, exclusiveMaximum: true })))
    .annotate({
      description: `Share of a class's cells from which ${transition} is accepted; null: from the noise floor.`
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(null)))

const Config = Schema.Struct({
  deadToDead: share("dead → dead"),
  deadToLive: share("dead → live"),
  liveToDead: share("live → dead"),
  liveToLive: share("live → live"),
  strictness: Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0))
    .annotate({ description: "Standard deviations above the noise floor at which a threshold from the data lies." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(3))),
  evidence: evidenceField("observations")
})
type Config = typeof Config.Type

const read = (config: Config, evidence: Evidence) => {
  const { family, observed } = evidence
  const { states } = family
  const given = states === 2 ? [config.deadToDead, config.deadToLive, config.liveToDead, config.liveToLive] : []
  const readings = tablesOf(config.evidence, evidence).map(({ name, table }) => {
    const { floors, labels, needs } = readLabels(table, given, config.strictness)
    const counted = name === "observed" ? ("observations" as const) : ("predictions" as const)
    return { name, table, floors, labels, asked: needs.map((next) => ({ counted, cells: null, next })) }
  })
  const labels = agreedLabels(readings.map((reading) => reading.labels))
  const parameters: Record<string, number> = { strictness: config.strictness }
  for (const [at, value] of given.entries()) {
    if (value !== null) parameters[`threshold ${Math.floor(at / states)}→${at % states}`] = value
  }
  for (const { floors, name } of readings) {
    for (const [at, floor] of floors.entries()) {
      if ((given[at] ?? null) === null) parameters[`${name} floor ${Math.floor(at / states)}→${at % states}`] = floor
    }
  }
  return makeEstimate(family, {
    labels,
    support: family.classes.map((_, index) =>
      observed.counts.subarray(index * states, (index + 1) * states).reduce((sum, count) => sum + count, 0)
    ),
    posterior: labelPosterior(evidence),
    noise: evidence.noise,
    asked: readings.map(({ asked }) => asked),
    whyOpen: (index) => whyOpen(readings, index),
    used: { inferrer: id, evidence: config.evidence, parameters }
  })
}

/** Four thresholds for the four cases dead → dead, dead → live, live → dead and live → live. */
export const classThreshold = Plugin.make({
  id,
  version: 3,
  summary: "One threshold for each of the four cases dead or live → dead or live, given or from the noise floor.",
  config: Config,
  layer: (config) =>
    Layer.succeed(
      Inferrer,
      Inferrer.admitting({
        admit: Effect.fn("ClassThreshold.admit")(function* (question) {
          yield* singleSteps(id, question)
          const { family } = question
          const { deadToDead, deadToLive, liveToDead, liveToLive } = config
          const given = [deadToDead, deadToLive, liveToDead, liveToLive].some((value) => value !== null)
          if (given && family.states > 2) {
            return yield* new InferError({
              plugin: id,
              reason: `four thresholds are given, and ${family.id} has ${family.states} states`,
              remedy: "leave them null; the noise floor then sets one for every pair of states"
            })
          }
        }),
        infer: (evidence) => Effect.sync(() => read(config, evidence))
      })
    )
})
