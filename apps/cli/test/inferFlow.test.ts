import { assert, describe, it } from "@effect/vitest"
import { parseLaw, record, simulate } from "@rulescope/sde"
import { Schema } from "effect"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { rulescope } from "./command.ts"

const Rows = Schema.Array(Schema.Array(Schema.Finite))
const Noise = Schema.Struct({ matrix: Rows, error: Rows })

/** The contract of `infer --json` for flows, written out on its own so that a change of the product shows. */
const Contract = Schema.Struct({
  subject: Schema.Literal("flow"),
  law: Schema.NullOr(Schema.String),
  coordinates: Schema.Array(
    Schema.Struct({ name: Schema.String, kind: Schema.Literals(["phase", "real"]), wrapped: Schema.Boolean })
  ),
  interval: Schema.Finite,
  terms: Schema.Array(
    Schema.Struct({
      coordinate: Schema.String,
      term: Schema.String,
      value: Schema.Finite,
      error: Schema.NullOr(Schema.Finite),
      present: Schema.Finite,
      state: Schema.Literals(["known", "absent", "undetermined"])
    })
  ),
  noise: Noise,
  readingError: Schema.Finite,
  verdict: Schema.Struct({
    status: Schema.Literals(["confirmed", "refuted", "inconclusive"]),
    because: Schema.String
  }),
  seconds: Schema.Record(Schema.String, Schema.Finite)
})
const decode = Schema.decodeUnknownSync(Contract)

/** A csv file of a law's recording, phases within one turn. */
const csvOf = (text: string, samples: number): string => {
  const read = parseLaw(text)
  if (!read.ok) throw new Error(text)
  const { space } = read.value
  const d = space.coordinates.length
  const made = simulate(read.value, { interval: 0.1, samples, discard: 10, seed: "csv" })
  const values = record(made, { wrapped: true, seed: "csv" })
  const rows = Array.from({ length: samples }, (_, t) =>
    [(0.1 * t).toFixed(1), ...values.subarray(t * d, (t + 1) * d)].join(",")
  )
  const path = join(mkdtempSync(join(tmpdir(), "rulescope-")), "recording.csv")
  writeFileSync(path, [["t", ...space.coordinates.map(({ name }) => name)].join(","), ...rows].join("\n"))
  return path
}

describe("infer of a flow", () => {
  it("recognises real-valued columns and confirms the law behind them", async () => {
    const path = csvOf("theta' = 1.3 - sin(theta); phase theta; noise 0.2", 12_000)
    const { code, stdout } = await rulescope(["infer", path, "--json", "--no-cache"])
    const found = decode(JSON.parse(stdout))
    assert.deepStrictEqual(found.coordinates, [{ name: "theta", kind: "phase", wrapped: true }])
    assert.strictEqual(found.interval, 0.1)
    assert.strictEqual(found.verdict.status, "confirmed")
    assert.strictEqual(code, 0)
    const known = found.terms.filter(({ state }) => state === "known")
    assert.sameMembers(
      known.map(({ term }) => term),
      ["1", "sin(theta)"]
    )
    for (const { error, term, value } of known) {
      assert.isBelow(Math.abs(value - (term === "1" ? 1.3 : -1)) / error!, 4, term)
    }
  })

  it("says what is wrong with a file, and reads it as what it is said to be", async () => {
    const path = csvOf("x' = -x; noise 0.5", 400)
    const unknown = await rulescope(["infer", path, "--phases", "y", "--no-cache"])
    assert.strictEqual(unknown.code, 2)
    assert.match(unknown.stderr, /there is no column y/)
    const cells = await rulescope(["infer", path, "--subject", "automata", "--no-cache"])
    assert.strictEqual(cells.code, 2)
  })
})
