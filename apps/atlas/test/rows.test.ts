import { assert, describe, it } from "@effect/vitest"
import { decodeStudySpec, prepareAnalysis, type StudyRow } from "@rulescope/study"
import { labelsOf } from "@rulescope/study-report"
import { Effect } from "effect"
import { columnsOf, sortRows } from "../src/rows/columns.ts"
import { filterRows } from "../src/rows/filter.ts"
import { groupRows } from "../src/rows/groups.ts"
import { metricText } from "../src/rows/numbers.ts"
import { allAxes } from "../src/view/ViewState.ts"

const study = Effect.runSync(
  decodeStudySpec({
    name: "rows",
    base: { generator: { id: "soup" } },
    axes: [
      { path: "backbone", values: ["cnn", "p4"] },
      { path: "inferrer.config.beta", values: [1, 2, 10] }
    ],
    seeds: 2,
    metrics: ["ruleExact", "accuracy"]
  })
)

const rowOf = (run: number): StudyRow => {
  const [backbone, beta, seed] = [run < 6 ? "cnn" : "p4", [1, 2, 10][Math.floor(run / 2) % 3]!, (run % 2) + 1]
  const failed = run === 11
  return {
    run,
    key: String(run),
    group: `${backbone} ${beta}`,
    point: { backbone, beta },
    seed,
    status: failed ? "failed" : "done",
    error: failed ? { tag: "BackboneError", message: "contradicted" } : null,
    rule: failed ? null : run % 3 === 0 ? "B36/S23" : "B3/S23",
    truth: "B36/S23",
    metrics: failed ? {} : { ruleExact: run % 3 === 0 ? 1 : 0, accuracy: 1 - run / 100 },
    versions: {},
    command: "",
    finished: ""
  }
}

const rows = Array.from({ length: 12 }, (_, run) => rowOf(run))
const all = Effect.runSync(prepareAnalysis(study, rows))
const filter = (wanted: Partial<Parameters<typeof filterRows>[2]>) =>
  filterRows(all, labelsOf(all), { at: {}, find: "", status: "", ...wanted })
const runs = (some: ReadonlyArray<StudyRow>) => some.map(({ run }) => run)

describe("rows of a study", () => {
  it("pass filters of values, of status and of words; every value says how many rows it would leave", () => {
    assert.deepStrictEqual(runs(filter({}).rows), runs(rows))
    const { active, facets, rows: left } = filter({ at: { backbone: ["p4"], beta: ["1", "10"] } })
    assert.deepStrictEqual(runs(left), [6, 7, 10, 11])
    assert.strictEqual(active, 2)
    assert.deepStrictEqual(
      facets.map(({ values }) => values.map((value) => value.rows)),
      [
        [4, 4],
        [2, 2, 2]
      ]
    )
    for (const { label, values } of facets) {
      for (const { rows: count, value } of values) {
        const one = filter({ at: { backbone: ["p4"], beta: ["1", "10"], [label]: [value] } })
        assert.strictEqual(one.rows.length, count)
      }
    }
    assert.deepStrictEqual(runs(filter({ status: "failed" }).rows), [11])
    assert.deepStrictEqual(runs(filter({ find: "CONTRADICTED" }).rows), [11])
    assert.deepStrictEqual(filter({ at: { backbone: ["p99"], gone: ["1"] } }).rows.length, 12)
  })

  it("are sorted as numbers where they are numbers, those without a value last", () => {
    const columns = columnsOf(all, labelsOf(all))
    const by = (id: string, descending: boolean) =>
      runs(
        sortRows(
          rows,
          columns.find((column) => column.id === id),
          descending
        )
      )
    assert.deepStrictEqual(by("axis beta", true).slice(0, 4), [4, 5, 10, 11])
    assert.deepStrictEqual(by("metric accuracy", false), [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 11])
    assert.strictEqual(by("metric accuracy", true).at(-1), 11)
    assert.deepStrictEqual(by("nothing", true), runs(rows))
  })

  it("are gathered by an axis or by cell, with their means", () => {
    const byBackbone = groupRows(all, rows, "backbone", undefined)
    assert.deepStrictEqual(
      byBackbone.map(({ failed, id, means, rows }) => [id, rows.length, failed, means["ruleExact"]]),
      [
        ["cnn", 6, 0, 2 / 6],
        ["p4", 6, 1, 2 / 5]
      ]
    )
    const column = columnsOf(all, labelsOf(all)).find(({ id }) => id === "metric accuracy")!
    const cells = groupRows(all, rows, allAxes, { column, descending: false })
    assert.deepStrictEqual(
      cells.map(({ id }) => id),
      ["p4, 10", "p4, 2", "p4, 1", "cnn, 10", "cnn, 2", "cnn, 1"]
    )
  })

  it("are written so that nothing short of all reads 100 %", () => {
    assert.strictEqual(metricText("accuracy", 0.999999), "99.99 %")
    assert.strictEqual(metricText("accuracy", 1), "100 %")
    assert.strictEqual(metricText("accuracy", 0.29), "29 %")
    assert.strictEqual(metricText("secondsTotal", 0.012345), "0.01235 s")
    assert.strictEqual(metricText("calibration", -0.0279), "−0.0279")
  })
})
