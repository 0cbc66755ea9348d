import { assert, describe, it } from "@effect/vitest"
import { parse, refusal, shown } from "./support/parse.ts"

const read = (text: string) => shown(parse({ "a.txt": text }))

describe("text grids", () => {
  it("digits, frames separated by blank lines", () => {
    assert.deepStrictEqual(read("012\n340\n\n\n000\n111\n"), [
      ["012", "340"],
      ["000", "111"]
    ])
  })

  it("pictures: . is dead, o O * # are live, ? and _ unobserved", () => {
    assert.deepStrictEqual(read(".o.O\n*#?_\n"), [["0101", "11??"]])
  })

  it(". stands for 0 among digits too", () => {
    assert.deepStrictEqual(read(".12\n3..\n"), [["012", "300"]])
  })

  it("blanks, commas and semicolons may separate cells", () => {
    assert.deepStrictEqual(read("0 1 1\n1,0,?\n. ;1;  1\n"), [["011", "10?", "011"]])
  })

  it("separated states may have several digits and NumPy's notations", () => {
    const text = "0,10,254\n-1,nan,255\n1.0,2.000000000000000000e+00,1e1\n"
    const { cells, states } = parse({ "a.csv": text })
    assert.deepStrictEqual([...cells], [0, 10, 254, 255, 255, 255, 1, 2, 10])
    assert.strictEqual(states, 255)
  })

  it("one line a frame is a world of one row", () => {
    const { frames, height, width } = parse({ "a.txt": "0110\n\n1001\n\n0000\n" })
    assert.deepStrictEqual([frames, height, width], [3, 1, 4])
  })

  it("Windows line ends, byte order marks and UTF-16 are taken in stride", () => {
    assert.deepStrictEqual(read("\ufeff01\r\n10\r\n\r\n11\r\n00\r\n"), [
      ["01", "10"],
      ["11", "00"]
    ])
    const utf16 = new Uint8Array([0xff, 0xfe, ...Array.from("01\n10\n", (char) => [char.charCodeAt(0), 0]).flat()])
    assert.deepStrictEqual(shown(parse({ "a.txt": utf16 })), [["01", "10"]])
  })

  it("# begins comments in files of digits, and those that hold more than cells in pictures", () => {
    assert.deepStrictEqual(read("# 5\n##\n01\n10\n"), [["01", "10"]])
    assert.deepStrictEqual(read("# generation 0\n#.\n##\n"), [["10", "11"]])
  })

  it("a comment does not separate frames", () => {
    assert.deepStrictEqual(read("01\n# half way\n10\n"), [["01", "10"]])
  })

  it("comments may state rule, boundary and states", () => {
    const recording = parse({ "a.txt": "# rule: b36s23\n# boundary: torus\n# states = 4\n01\n10\n" })
    assert.strictEqual(recording.rule, "B36/S23")
    assert.strictEqual(recording.boundary, "torus")
    assert.strictEqual(recording.states, 4)
    const unsaid = parse({ "a.txt": "# rule: nonsense\n# boundary: sphere\n# states: many\n01\n10\n" })
    assert.deepStrictEqual([unsaid.rule, unsaid.boundary, unsaid.states], [null, "auto", 2])
  })

  it("a single frame is read", () => {
    assert.strictEqual(parse({ "a.txt": "01\n10" }).frames, 1)
  })
})

describe("text that cannot be read", () => {
  const refused = (text: string) => refusal({ "a.txt": text }, "a.txt")

  it("ragged rows, with their lines", () => {
    assert.strictEqual(
      refused("# x\n010\n\n01\n"),
      "a.txt: line 4 has 2 cells, line 2 has 3; give all rows of all frames the same length"
    )
  })

  it("frames of different heights", () => {
    assert.include(refused("010\n000\n\n010\n"), "line 4: this frame has 1 row, the first one has 2")
  })

  it("what is not a state, with line and column", () => {
    assert.include(refused("010\n0z0\n"), 'line 2, column 2: "z" is not a state')
    assert.include(refused("0,1\n1,300\n"), "frame 0, row 1, column 1 holds 300, which is no state")
    assert.include(refused("0,1\n1,0.3\n"), "frame 0, row 1, column 1 holds 0.3")
  })

  it("letters and digits mixed", () => {
    assert.include(refused("010\n0o0\n"), 'line 2, column 2: "o" is not a state')
  })

  it("groups of digits are not taken for large numbers", () => {
    assert.include(refused("0101 0011\n0000 1111\n"), 'line 1, column 1: "0101" is not a state')
  })

  it("nothing, or something else", () => {
    assert.include(refused("\n\n# nothing\n"), "the file holds no cells")
    assert.include(refusal({ "a.mc": "[M2] (golly 3.3)\n" }), "the macrocell file holds no node")
    assert.include(refusal({ "a.bin": new Uint8Array([1, 0, 2, 0]) }), "not a recording in a known format")
  })
})
