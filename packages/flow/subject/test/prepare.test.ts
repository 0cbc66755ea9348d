import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { decideColumn } from "../src/columns/decideColumn.ts"
import type { Recording } from "../src/Recording.ts"
import { RunSpec } from "../src/RunSpec.ts"
import { prepare } from "../src/steps/prepare.ts"

const spec = Schema.decodeUnknownSync(RunSpec)({ subject: "flow", generator: { id: "any" } })

const recorded = (kind: "phase" | "real" | "auto", values: ArrayLike<number>, name = "x"): Recording => ({
  source: "made here",
  columns: [{ name, kind }],
  interval: 0.1,
  values: Float64Array.from(values),
  law: null
})

const turning = Float64Array.from({ length: 1000 }, (_, t) => 0.3 * t + Math.sin(t))
const wrap = (x: number): number => x - 2 * Math.PI * Math.floor(x / (2 * Math.PI) + 0.5)

describe("columns", () => {
  const kindOf = (recording: Recording) => {
    const { kind, wrapped } = decideColumn([recording], 0)
    return `${wrapped ? "wrapped " : ""}${kind}`
  }

  it("are what is stated, or what their numbers and names show", () => {
    assert.strictEqual(kindOf(recorded("phase", turning)), "phase")
    assert.strictEqual(kindOf(recorded("phase", turning.map(wrap))), "wrapped phase")
    assert.strictEqual(kindOf(recorded("real", turning.map(wrap))), "real")
    assert.strictEqual(kindOf(recorded("auto", turning.map(wrap))), "wrapped phase")
    assert.strictEqual(
      kindOf(
        recorded(
          "auto",
          turning.map((x) => wrap(x) + Math.PI)
        )
      ),
      "wrapped phase"
    )
    assert.strictEqual(kindOf(recorded("auto", turning)), "phase")
    assert.strictEqual(kindOf(recorded("auto", turning.map(Math.sin))), "real")
    assert.strictEqual(kindOf(recorded("auto", turning.map(Math.sin), "phi1")), "phase")
  })
})

describe("prepare", () => {
  it.effect("unwraps phases, keeps gaps, and holds back the last part of every recording", () =>
    Effect.gen(function* () {
      const gappy = turning.map((x, t) => (t % 97 === 5 ? Number.NaN : wrap(x)))
      const { heldOut, recordings, training, whole } = yield* prepare(spec, [recorded("phase", gappy)])
      const { values } = whole[0]!
      for (const [t, value] of values.entries()) {
        if (t % 97 === 5) assert.isNaN(value)
        else assert.closeTo(value - values[0]!, turning[t]! - turning[0]!, 1e-9)
      }
      assert.strictEqual(recordings[0]!.heldOutFrom, 800)
      assert.strictEqual(recordings[0]!.missing, 11)
      assert.deepStrictEqual([...training[0]!.values, ...heldOut[0]!.values], [...values])
    })
  )

  it.effect("refuses recordings that do not go together, and says why", () =>
    Effect.gen(function* () {
      const one = recorded("real", turning)
      const misfits: ReadonlyArray<readonly [ReadonlyArray<Recording>, RegExp]> = [
        [[], /no recording/],
        [[recorded("real", turning.slice(0, 30))], /30 samples/],
        [[one, recorded("real", turning, "y")], /different columns/],
        [[one, { ...one, interval: 0.2 }], /one every 0.1/]
      ]
      for (const [recordings, reason] of misfits)
        assert.match((yield* Effect.flip(prepare(spec, recordings))).message, reason)
    })
  )
})
