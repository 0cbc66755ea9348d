import { assert, it } from "@effect/vitest"
import { makeLeaders, type StudyRow } from "../src/index.ts"

const row = (noise: number, inferrer: string, right: number): StudyRow => ({
  run: 0,
  key: `${noise} ${inferrer}`,
  group: `${noise} ${inferrer}`,
  point: { noise, inferrer },
  seed: 1,
  status: "done",
  error: null,
  rule: null,
  truth: null,
  metrics: { right, wrong: 18 - right },
  versions: {},
  command: "rulescope run",
  finished: "2026-01-01T00:00:00.000Z"
})

const rows = [
  row(0.1, "a", 15),
  row(0.02, "b", 18),
  row(0.02, "a", 18),
  row(0.1, "b", 18),
  row(0.005, "b", 17),
  row(0.005, "a", 15)
]

it("the best cells stand first, equal ones by their settings, in whatever order their runs came", () => {
  for (const order of [rows, [...rows].reverse()]) {
    const leaders = makeLeaders()
    for (const one of order) leaders.add(one)
    assert.deepStrictEqual(
      leaders.best(["right", "wrong"], 5).map(({ group, means }) => `${group}: ${means["right"]}`),
      ["0.02 a: 18", "0.02 b: 18", "0.1 b: 18", "0.005 b: 17", "0.005 a: 15"]
    )
  }
})
