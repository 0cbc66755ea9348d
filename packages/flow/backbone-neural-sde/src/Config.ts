import { Effect, Schema } from "effect"

const between = (minimum: number, maximum: number) => Schema.isBetween({ minimum, maximum })

export const Config = Schema.Struct({
  width: Schema.Int.check(between(1, 1024))
    .annotate({ description: "Channels of every hidden layer of the drift." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(32))),
  depth: Schema.Int.check(between(1, 8))
    .annotate({ description: "Hidden layers of the drift." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(2))),
  noise: Schema.Literals(["scalar", "diagonal", "full"])
    .annotate({
      description: "Noise of one strength for all coordinates, of one for each, or correlated between them."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed("full" as const))),
  noiseWidth: Schema.Int.check(between(0, 1024))
    .annotate({ description: "Channels of the hidden layer of the noise; 0: the same noise in every state." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(8))),
  mean: Schema.Literals(["heun", "euler"])
    .annotate({
      description:
        "Mean of an increment from the drift: of the drift here and where it leads (heun), or here alone (euler), which is off by half an interval."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed("heun" as const))),
  learningRate: Schema.Finite.check(Schema.isGreaterThan(0))
    .annotate({ description: "Step size of Adam; falls to 0 over the second half of the steps." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.01))),
  maxSteps: Schema.Int.check(between(1, 1_000_000))
    .annotate({ description: "Steps at most." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(300))),
  batch: Schema.Int.check(between(16, 65_536))
    .annotate({ description: "Bins of one step at most; where there are more, they take turns." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(1024))),
  validation: Schema.Finite.check(between(0, 0.5))
    .annotate({
      description:
        "Share at the end of each recording by which it is judged when to stop; 0: all steps are taken on everything."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.1))),
  tolerance: Schema.Finite.check(Schema.isGreaterThan(0))
    .annotate({
      description:
        "Nats by which that share may become less probable than it was before training ends and goes back to where it was most probable."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(5)))
})
export type Config = typeof Config.Type
