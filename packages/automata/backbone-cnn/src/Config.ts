import { convolutions, fieldFields } from "@rulescope/census-network"
import { ParametricActivation } from "@rulescope/tensor"
import { Effect, Schema } from "effect"

const between = (minimum: number, maximum: number) => Schema.isBetween({ minimum, maximum })

export const Config = Schema.Struct({
  kernel: fieldFields.kernel,
  width: Schema.Int.check(between(1, 4096))
    .annotate({ description: "Channels of every hidden layer." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(64))),
  convolutions,
  depth: Schema.Int.check(between(0, 16))
    .annotate({ description: "Hidden 1×1 convolutions after those." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(1))),
  lastWidth: Schema.Int.check(between(0, 4096))
    .annotate({ description: "Channels of the last hidden layer; 0: as many as the others have." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0))),
  logits: Schema.Literals(["each", "less"])
    .annotate({
      description:
        "Numbers that the network ends in: one for each state, or one less, as that of state 0 may as well be 0; for two states that is a sigmoid."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed("each" as const))),
  activation: ParametricActivation.annotate({
    description: "Nonlinearity after every hidden layer; with sigmoid and square hard rules may stall."
  }).pipe(Schema.withDecodingDefaultKey(Effect.succeed("silu" as const))),
  learningRate: Schema.Finite.check(Schema.isGreaterThan(0))
    .annotate({ description: "Step size of Adam; each further attempt halves it." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.01))),
  maxSteps: Schema.Int.check(between(1, 1_000_000))
    .annotate({ description: "Full-batch steps of one attempt at most; training stops as soon as all is learned." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(1000))),
  attempts: Schema.Int.check(between(1, 100))
    .annotate({ description: "Attempts at most, each from a new seed; the best is kept." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(3))),
  weighting: Schema.Finite.check(between(0, 1))
    .annotate({
      description:
        "Exponent: a pattern seen n times weighs n^weighting. 1 is the mean loss over all cells, which hardly notices a pattern seen once in 10⁶; 0 weighs all distinct patterns alike, however rare."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0))),
  training: fieldFields.training,
  batch: fieldFields.batch
})
export type Config = typeof Config.Type
