import { type ClassTable, undetermined } from "@rulescope/automata"
import { type Evidence, InferError, Inferrer, labelPosterior, makeEstimate, Plugin, singleSteps } from "@rulescope/core"
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
  evidence: Schema.Literals(["predictions", "observations", "both"])
    .annotate({ description: "What is read: the network's counters, the observed ones, or both where they agree." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed("observations" as const)))
})
type Config = typeof Config.Type

/** Labels on which all readings agree. */
const agreed = (readings: ReadonlyArray<Uint8Array>): Uint8Array =>
  readings.reduce((a, b) => a.map((label, index) => (label === b[index] ? label : undetermined)))

const read = (config: Config, { family, observed, predicted }: Evidence) => {
  const { states } = family
  const given = states === 2 ? [config.deadToDead, config.deadToLive, config.liveToDead, config.liveToLive] : []
  const tables: ReadonlyArray<readonly [name: string, table: ClassTable]> = [
    ...(config.evidence === "observations" ? [] : [["predicted", predicted] as const]),
    ...(config.evidence === "predictions" ? [] : [["observed", observed] as const])
  ]
  const readings = tables.map(([name, table]) => ({ name, ...readLabels(table, given, config.strictness) }))
  const labels = agreed(readings.map((reading) => reading.labels))
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
    posterior: labelPosterior(observed),
    used: { inferrer: id, evidence: config.evidence, parameters }
  })
}

/** Four thresholds for the four cases dead → dead, dead → live, live → dead and live → live. */
export const classThreshold = Plugin.make({
  id,
  version: 1,
  summary: "One threshold for each of the four cases dead or live → dead or live, given or from the noise floor.",
  config: Config,
  layer: (config) =>
    Layer.succeed(
      Inferrer,
      Inferrer.of({
        infer: Effect.fn("ClassThreshold.infer")(function* (evidence) {
          yield* singleSteps(id, evidence)
          const { deadToDead, deadToLive, liveToDead, liveToLive } = config
          const given = [deadToDead, deadToLive, liveToDead, liveToLive].some((value) => value !== null)
          if (given && evidence.family.states > 2) {
            return yield* new InferError({
              plugin: id,
              reason: `four thresholds are given, and ${evidence.family.id} has ${evidence.family.states} states`,
              remedy: "leave them null; the noise floor then sets one for every pair of states"
            })
          }
          return yield* Effect.sync(() => read(config, evidence))
        })
      })
    )
})
