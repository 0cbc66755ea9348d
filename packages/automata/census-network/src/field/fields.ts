import { Effect, Schema } from "effect"
import { Kernel } from "./receptiveField.ts"

/** Configuration fields of every network: what it sees, and what it is trained on. */
export const fieldFields = {
  kernel: Kernel.annotate({
    description:
      "Side of the convolution's kernel in cells; rule: the neighbourhood of the rule, 3×3 for Moore. A network that sees further than the rule needs more data."
  }).pipe(Schema.withDecodingDefaultKey(Effect.succeed("rule" as const))),
  training: Schema.Literals(["auto", "census", "frames"])
    .annotate({
      description:
        "What a step trains on: all distinct patterns of the cells seen (census), or whole frames cell by cell (frames); auto: the census while it has at most 4,096 patterns."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed("auto" as const))),
  batch: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 4096 }))
    .annotate({
      description: "Frames of one step when training on frames; of frames larger than 64×64 a random part of that size."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(2)))
}

/** How many convolutions lie on top of each other; for networks that can have two. */
export const convolutions = Schema.Literals([1, 2])
  .annotate({ description: "Convolutions with this kernel on top of each other: two 3×3 ones see 5×5 cells." })
  .pipe(Schema.withDecodingDefaultKey(Effect.succeed(1 as const)))

export interface FieldConfig {
  readonly kernel: Kernel
  readonly training: "auto" | "census" | "frames"
  readonly batch: number
}
