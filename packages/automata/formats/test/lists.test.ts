import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { parseOne, refusal, shown } from "./support/parse.ts"

const frames = [
  ["0100", "0010"],
  ["0000", "1111"]
]

const nested = frames.map((rows) => rows.map((row) => [...row].map(Number)))

const read = (text: string, name = "a.txt") => shown(parseOne({ [name]: text }))

/** As NumPy prints it, with an empty line between planes. */
const printed = (arrays: ReadonlyArray<ReadonlyArray<ReadonlyArray<number>>>) =>
  `[${arrays.map((rows) => `[${rows.map((row) => `[${row.join(" ")}]`).join("\n  ")}]`).join("\n\n ")}]\n`

describe("nested lists", () => {
  it("of JSON, Python, NumPy and Mathematica are the same frames", () => {
    const json = JSON.stringify(nested)
    for (const text of [
      json,
      printed(nested),
      `array(${json.replaceAll(",", ", ")}, dtype=uint8)`,
      `frames = ${json};`,
      json.replaceAll("[", "{").replaceAll("]", "}"),
      json.replaceAll("[", "(").replaceAll("]", ")"),
      json.replaceAll("1", "1.").replaceAll("0", "0."),
      JSON.stringify(frames),
      nested.map((rows) => JSON.stringify(rows)).join("\n\n")
    ]) {
      assert.deepStrictEqual(read(text), frames, text)
    }
  })

  it("true and false, and null for a cell that was not observed", () => {
    assert.deepStrictEqual(read("[[[true,false]],[[null,true]]]"), [["10"], ["?1"]])
    assert.deepStrictEqual(read("[[[ True False]]\n [[False True]]]"), [["10"], ["01"]])
  })

  it("in an object, with the rule and boundary that it states", () => {
    const object = { rule: "b3s23", boundary: "torus", seed: 4, states: nested }
    const recording = parseOne({ "a.json": JSON.stringify(object) })
    assert.deepStrictEqual([shown(recording), recording.rule, recording.boundary], [frames, "B3/S23", "torus"])
    const list = nested.map((cells, t) => ({ t, cells }))
    assert.deepStrictEqual(read(JSON.stringify(list)), frames)
  })

  it("of any shape come back as they were written", () =>
    fc.assert(
      fc.property(
        fc.tuple(
          fc.integer({ min: 2, max: 4 }),
          fc.integer({ min: 1, max: 5 }),
          fc.integer({ min: 1, max: 6 }),
          fc.nat()
        ),
        ([t, h, w, seed]) => {
          const lists = Array.from({ length: t }, (_, i) =>
            Array.from({ length: h }, (_, j) =>
              Array.from({ length: w }, (_, k) => (i * 31 + j * 7 + k * 3 + seed) % 2)
            )
          )
          const expected = lists.map((rows) => rows.map((row) => row.join("")))
          assert.deepStrictEqual(read(JSON.stringify(lists)), expected)
          assert.deepStrictEqual(read(printed(lists)), expected)
        }
      ),
      { numRuns: 50, seed: 5 }
    ))

  it("that are ragged, cut short or shortened are refused with their line", () => {
    assert.include(refusal({ "a.json": "[[[0,1],[1]]]" }), "line 1: a list has 1 entries, the first of its level 2")
    assert.include(refusal({ "a.json": "[[[0,1],\n[1,0]" }), "line 2: 2 lists have no end")
    assert.include(refusal({ "a.txt": "[[0 0 ... 0 0]\n [0 0 ... 0 1]]" }), "printed shortened")
    assert.include(refusal({ "a.json": "[[0,1],[2]]" }), "a list has 1 entries")
    assert.include(refusal({ "a.json": `{"a":[[0]],"b":[[1]]}` }), "no list that must be the frames")
    assert.include(refusal({ "a.json": "[".repeat(5000) }), "lists lie more than 6 deep")
  })
})
