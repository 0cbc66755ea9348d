import { assert, describe, it } from "@effect/vitest"
import { Generator, samplesOf } from "@rulescope/flow"
import { generatorSuite } from "@rulescope/testkit/flow"
import { Effect, Schema } from "effect"
import { Config } from "../src/Langevin.ts"
import { langevin } from "../src/index.ts"

const configured = (config: Partial<Config> & Pick<Config, "law">) => Schema.decodeUnknownSync(Config)(config)

const pair = "phi1' = 1.3 - sin(phi1) + 0.4 sin(phi2 - phi1); phi2' = 1.1 - sin(phi2); noise 0.2"

generatorSuite("langevin", langevin.layer(configured({ law: pair, samples: 4_000, recordings: 2 })))
generatorSuite(
  "langevin, wrapped and with gaps",
  langevin.layer(configured({ law: "phi1' = 1.2 - sin(phi1); noise 0.3", samples: 4_000, missing: 0.1, wrapped: true }))
)
generatorSuite(
  "langevin with reading errors",
  langevin.layer(configured({ law: "x' = -x; noise 1", samples: 1_000, readingError: 0.1 })),
  { plain: false }
)

const generate = (config: Partial<Config> & Pick<Config, "law">) =>
  Effect.provide(
    Effect.flatMap(Generator, (one) => one.generate("a")),
    langevin.layer(configured(config))
  )

describe("generator-langevin", () => {
  it.effect("records what an instrument would: gaps, turns and errors, each as asked", () =>
    Effect.gen(function* () {
      const law = "phi1' = 2 - sin(phi1); v' = -v; phase phi1; noise 0.1, 0.5"
      const common = { law, samples: 5_000, discard: 5 }
      const [clean] = yield* generate(common)
      const [read] = yield* generate({ ...common, missing: 0.2, readingError: 0.05, wrapped: true })
      const [hidden] = yield* generate({ ...common, hidden: ["v"] })
      assert.deepStrictEqual(hidden!.columns, [{ name: "phi1", kind: "phase" }])
      assert.strictEqual(samplesOf(hidden!), 5_000)
      let missing = 0
      let square = 0
      for (let t = 0; t < 5_000; t++) {
        const phase = read!.values[2 * t]!
        if (Number.isNaN(phase)) {
          missing++
          assert.isNaN(read!.values[2 * t + 1]!)
          continue
        }
        assert.isAtMost(Math.abs(phase), Math.PI)
        square += (read!.values[2 * t + 1]! - clean!.values[2 * t + 1]!) ** 2
      }
      assert.closeTo(missing / 5_000, 0.2, 0.03)
      assert.closeTo(Math.sqrt(square / (5_000 - missing)), 0.05, 0.003)
    })
  )

  it.effect("says what it cannot simulate", () =>
    Effect.gen(function* () {
      for (const config of [
        { law: "x' = -x +; noise 1" },
        { law: "x' = x^3; noise 1" },
        { law: "x' = -x; noise 1", hidden: ["y"] },
        { law: "x' = -x; noise 1", hidden: ["x"] }
      ]) {
        const failure = yield* Effect.flip(generate(config))
        assert.isAbove(failure.message.length, 20)
      }
    })
  )
})
