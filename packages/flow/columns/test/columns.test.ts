import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { parquetWriteBuffer } from "hyparquet-writer"
import { looksReal, recordingsOf, type Stated, tablesOf } from "../src/index.ts"
import { npyOf, numbers, stringsOf, zipOf } from "./support/npz.ts"

const open: Stated = { columns: [], phases: [], reals: [], interval: 0 }
const memory = 2 ** 26

const read = Effect.fn("read")(function* (name: string, bytes: Uint8Array, stated: Stated = open) {
  const tables = yield* Effect.fromResult(yield* tablesOf({ name, bytes }, memory))
  return yield* Effect.fromResult(
    Result.map(Result.all(tables.map((table) => recordingsOf(table, name, stated))), (found) => found.flat())
  )
})

const text = (lines: ReadonlyArray<string>): Uint8Array => new TextEncoder().encode(lines.join("\n"))
const times = numbers(300, (i) => 0.25 * i)
const first = numbers(300, (i) => Math.sin(i) + 1e-3)
const second = numbers(300, (i) => Math.cos(i) + 1e-3)

describe("columns", () => {
  it.effect("the same samples are the same recording in every format", () =>
    Effect.gen(function* () {
      const both = numbers(600, (i) => (i % 2 === 0 ? first : second)[i >> 1]!)
      const fortran = numbers(600, (i) => (i < 300 ? first : second)[i % 300]!)
      const rows = Array.from({ length: 300 }, (_, i) => [times[i], first[i], second[i]])
      const t = npyOf("<f8", [300], times)
      const names = stringsOf(["a", "b"])
      const files: ReadonlyArray<readonly [string, Uint8Array]> = [
        ["columns.npz", zipOf({ t, a: npyOf("<f8", [300], first), b: npyOf("<f8", [300], second) })],
        ["matrix.npz", zipOf({ t, x: npyOf("<f8", [300, 2], both), names })],
        ["fortran.npz", zipOf({ t, x: npyOf("<f8", [300, 2], fortran, true), names })],
        ["csv.csv", text(["t,a,b", ...rows.map((row) => row.join(","))])],
        ["spaces.txt", text(["# made by hand", "time a b", ...rows.map((row) => row.join("  "))])],
        [
          "parquet.parquet",
          new Uint8Array(
            parquetWriteBuffer({
              columnData: [
                { name: "t", data: times },
                { name: "a", data: first },
                { name: "b", data: second }
              ]
            })
          )
        ]
      ]
      for (const [name, bytes] of files) {
        const [recording, other] = yield* read(name, bytes)
        assert.isUndefined(other, name)
        assert.deepStrictEqual(
          recording!.columns.map((column) => column.name),
          ["a", "b"],
          name
        )
        assert.strictEqual(recording!.interval, 0.25, name)
        assert.deepStrictEqual(recording!.values, both, name)
        assert.isTrue(yield* looksReal({ name, bytes }, memory), name)
      }
    })
  )

  it.effect("an array of two axes is a recording of a sweep, so is a number in a column", () =>
    Effect.gen(function* () {
      const sweep = zipOf({
        t: npyOf("<f8", [300], times),
        x_00: npyOf("<f8", [300, 1], first),
        x_01: npyOf("<f8", [300, 1], second)
      })
      const rows = [0, 1].flatMap((run) =>
        [...first.keys()].map((i) => `${run},${times[i]},${(run === 0 ? first : second)[i]}`)
      )
      for (const [name, bytes] of [
        ["sweep.npz", sweep],
        ["sweep.csv", text(["run,t,x", ...rows])]
      ] as const) {
        const found = yield* read(name, bytes)
        assert.deepStrictEqual(
          found.map(({ values }) => values),
          [first, second]
        )
        assert.deepStrictEqual(
          found.map(({ columns }) => columns.map((column) => column.name)),
          [["x"], ["x"]]
        )
      }
    })
  )

  it.effect("what is not there is missing: empty, NaN, or left out in time", () =>
    Effect.gen(function* () {
      const [recording] = yield* read("a.csv", text(["t;x", "0;1.5", "0.1;", "0.2;nan", "0.5;2.5", "0.6;3.5"]))
      assert.deepStrictEqual(recording!.values, Float64Array.of(1.5, NaN, NaN, NaN, NaN, 2.5, 3.5))
      assert.closeTo(recording!.interval, 0.1, 1e-9)
    })
  )

  it.effect("refuses times that are no grid, and says which", () =>
    Effect.gen(function* () {
      for (const lines of [
        ["t,x", "0,1", "1,2", "2.4,3", "3,4"],
        ["t,x", "0,1", "1,2", "1,3", "2,4"],
        ["x", "1", "2"],
        ["t,x", "0,1", "1,2,3"]
      ]) {
        const failure = yield* Effect.flip(read("a.csv", text(lines)))
        assert.isAbove(failure.remedy.length, 5)
      }
      const [stated] = yield* read("a.csv", text(["x", "1", "2"]), { ...open, interval: 0.5 })
      assert.strictEqual(stated!.interval, 0.5)
    })
  )

  it.effect("no recording of cells looks real", () =>
    Effect.gen(function* () {
      const cells = numbers(64, (i) => i % 2)
      const levels = numbers(6_000, (i) => (i * 0.37) % 1)
      const files: ReadonlyArray<readonly [string, Uint8Array]> = [
        ["cells.npz", zipOf({ states: npyOf("<f8", [4, 4, 4], cells) })],
        ["film.npz", zipOf({ film: npyOf("<f8", [6, 20, 50], levels) })],
        ["rows.npz", zipOf({ x: npyOf("<f8", [8, 8], cells) })],
        ["table.csv", text(["t,y,x,state", ...Array.from({ length: 500 }, (_, i) => `${i},${i * 3},${i * 7},1`)])],
        ["life.rle", text(["x = 3, y = 1", "3o!"])],
        ["grid.txt", text(["0.1 0.2", "0.1 0.2"])],
        ["damaged.npz", zipOf({ x: npyOf("<f8", [300, 1], first) }).subarray(0, 900)]
      ]
      for (const [name, bytes] of files) assert.isFalse(yield* looksReal({ name, bytes }, memory), name)
    })
  )
})
