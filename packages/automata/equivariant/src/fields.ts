import { fieldFields } from "@rulescope/census-network"
import { ParametricActivation } from "@rulescope/tensor"
import { Effect, Schema } from "effect"

const between = (minimum: number, maximum: number) => Schema.isBetween({ minimum, maximum })

/** Configuration fields that networks with a symmetry share. */
export const networkFields = {
  kernel: fieldFields.kernel,
  width: Schema.Int.check(between(1, 1024))
    .annotate({ description: "Channels of every hidden layer, for each element of the group." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(16))),
  depth: Schema.Int.check(between(0, 8))
    .annotate({ description: "Group convolutions without spatial extent, after those with it." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(1))),
  activation: ParametricActivation.annotate({
    description:
      "Nonlinearity after every hidden layer; with square training takes longer, with sigmoid hard rules stall."
  }).pipe(Schema.withDecodingDefaultKey(Effect.succeed("silu" as const))),
  learningRate: Schema.Finite.check(Schema.isGreaterThan(0))
    .annotate({ description: "Step size of Adam; each further attempt halves it." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.01))),
  maxSteps: Schema.Int.check(between(1, 1_000_000))
    .annotate({ description: "Full-batch steps of one attempt at most; training stops as soon as all is learned." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(600))),
  attempts: Schema.Int.check(between(1, 100))
    .annotate({ description: "Attempts at most, each from a new seed; the best is kept." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(3))),
  weighting: Schema.Finite.check(between(0, 1))
    .annotate({
      description:
        "Exponent: an orbit seen n times weighs n^weighting. 1 is the mean loss over all cells, which hardly notices an orbit seen once in 10⁶; 0 weighs all distinct orbits alike, however rare."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0))),
  training: fieldFields.training,
  batch: fieldFields.batch
}
