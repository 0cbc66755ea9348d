import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { parquetMetadata, parquetReadObjects } from "hyparquet"
import { decodeStudySpec, fromLines, type StudyRow, toCsv, toLines } from "../src/index.ts"
import { toParquet } from "../src/table/parquet.ts"
import { base } from "./small.ts"

const row: StudyRow = {
  run: 0,
  key: "k0",
  group: "g",
  point: { beta: 0.1, backbone: "cnn (a, b)", mixed: 1 },
  seed: 1,
  status: "done",
  error: null,
  rule: "B3/S23",
  truth: "B3/S23",
  metrics: { ruleExact: 1, accuracy: 0.123456789, heldOutAccuracy: null },
  versions: { "backbone cnn": "1" },
  command: `rulescope run --seed 1 --set 'backbone={"id":"cnn"}'`,
  finished: "2026-01-01T00:00:00.000Z"
}
const failed: StudyRow = {
  ...row,
  run: 1,
  key: "k1",
  seed: 2 ** 40,
  status: "failed",
  point: { beta: 10, backbone: 'say "x"', mixed: "two" },
  error: { tag: "BackboneError", message: "it is\nbroken" },
  rule: null,
  metrics: { memoryMb: 3 }
}

const table = Effect.map(
  decodeStudySpec({ name: "t", base, axes: [{ path: "inferrer.config.beta", values: [0.1, 10] }], seeds: [1, 2] }),
  (study) => ({ study, rows: [row, failed] })
)

describe("exports", () => {
  it.effect("JSON lines read back to the same study and rows", () =>
    Effect.gen(function* () {
      const text = toLines(yield* table)
      assert.strictEqual(text.split("\n").length, 4)
      assert.include(text.split("\n")[0], `{"format":"rulescope-study","version":1,"study":{`)
      assert.deepStrictEqual(yield* fromLines(text), yield* table)
    })
  )

  it.effect("JSON lines that are not of a study are refused with the line", () =>
    Effect.gen(function* () {
      const text = toLines(yield* table)
      const message = (bad: string) => Effect.map(Effect.flip(fromLines(bad)), (error) => error.message)
      assert.include(yield* message(""), "line 1")
      assert.include(yield* message(text.replace('"version":1', '"version":2')), "line 1")
      assert.include(yield* message(text.replace(`"run":1`, `"run":"one"`)), "line 3")
    })
  )

  it.effect("CSV quotes what has to be quoted", () =>
    Effect.gen(function* () {
      const [head, first, second, ...rest] = toCsv(yield* table).split("\r\n")
      assert.include(head, "run,axis.beta,axis.backbone,axis.mixed,seed,status,rule,truth,ruleExact,accuracy")
      assert.include(first, `0,0.1,"cnn (a, b)",1,1,done,B3/S23,B3/S23,1,0.123456789,,,,,g,k0`)
      assert.include(second, `1,10,"say ""x""",two,1099511627776,failed,,B3/S23,,,,3,BackboneError,"it is\nbroken"`)
      assert.deepStrictEqual(rest, [""])
    })
  )

  it.effect("CSV holds nothing that a spreadsheet would compute", () =>
    Effect.gen(function* () {
      const { rows, ...head } = yield* table
      for (const text of ["=1+1", "+1", "-cmd|' /C calc'!A1", "@SUM(A1)", "\t=1", "\r=1"]) {
        const [first] = rows
        const changed = [{ ...first!, point: { ...first!.point, backbone: text, beta: -0.5 } }, ...rows.slice(1)]
        const [, line] = toCsv({ ...head, rows: changed }).split("\r\n")
        assert.include(line, `'${text}`)
        assert.match(line!, /^0,-0\.5,"?'/)
      }
    })
  )

  it.effect("Parquet reads back with its types, and with the study in it", () =>
    Effect.gen(function* () {
      const { buffer } = toParquet(yield* table)
      const rows = yield* Effect.promise(() => parquetReadObjects({ file: buffer as ArrayBuffer }))
      assert.strictEqual(rows[1]!["seed"], 2n ** 40n)
      assert.strictEqual(rows[0]!["axis.beta"], 0.1)
      assert.deepStrictEqual([rows[0]!["axis.mixed"], rows[1]!["axis.mixed"]], ["1", "two"])
      assert.strictEqual(rows[0]!["accuracy"], 0.123456789)
      assert.isNull(rows[0]!["heldOutAccuracy"])
      assert.strictEqual(rows[1]!["message"], "it is\nbroken")
      assert.strictEqual(rows[0]!["command"], row.command)
      const { key_value_metadata: kept } = parquetMetadata(buffer as ArrayBuffer)
      assert.strictEqual(kept?.[0]?.value, toLines({ ...(yield* table), rows: [] }).trim())
    })
  )
})
