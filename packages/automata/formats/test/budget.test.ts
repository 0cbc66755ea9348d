import { assert, describe, it } from "@effect/vitest"
import { gzipSync, zipSync } from "fflate"
import { npyFile } from "./support/npyFile.ts"
import { bytesOf, parse, parseOne, refusal } from "./support/parse.ts"

describe("sizes that a file states", () => {
  it("are counted before anything is allocated, whatever states them", () => {
    for (const [name, text] of [
      ["a.rle", "x=3,y=3,rule=B0/S8\nbo$2bo$170000000o!\nb2o$3o$o!\n"],
      ["b.rle", "x = 40000, y = 26000, rule = B3/S23\no39999b$25998$39999bo!"],
      ["c.rle", "x=2147483648,y=2147483648\no!"],
      [
        "d.rle",
        "x=1,y=1,rule=B3/S23\n#CXRLE Pos=0,0 Gen=0\no30000$o30000bo!\n#CXRLE Pos=0,0 Gen=0\no30000$o30000bo!\n"
      ],
      [
        "e.rle",
        "#CXRLE Pos=0,0 Gen=0\nx=1,y=1,rule=B3/S23:T20000,20000\no!\n#CXRLE Pos=0,0 Gen=1\nx=1,y=1,rule=B3/S23:T20000,20000\no!\n"
      ],
      ["a.lif", "#Life 1.06\n0 0\n99999999 99999999\n"]
    ] as const) {
      assert.match(refusal({ [name]: text }), /would take [\d,]+ MiB, and 128 of 128 MiB are left/, name)
    }
  })

  it("can be allowed", () => {
    const text = "x = 2000, y = 1000, rule = B3/S23\no$o!"
    const memory = 2 ** 20
    assert.include(refusal({ "a.rle": text }, "a", { memory }), "would take 2 MiB, and 1 of 1 MiB are left; record a")
    assert.strictEqual(parseOne({ "a.rle": text }, { memory: 4 * memory }).width, 2000)
  })

  it("are four times the file at least, however small the budget", () => {
    const cells = Array.from({ length: 5000 }, (_, i) => i & 1)
    assert.strictEqual(parseOne({ "a.npy": npyFile("<i4", [5, 10, 100], cells) }, { memory: 1 }).frames, 5)
  })

  it("of packed files are counted together", () => {
    const zeros = npyFile(
      "|u1",
      [2, 100, 1000],
      Array.from({ length: 200_000 }, () => 0)
    )
    const bomb = zipSync(Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`a${i}.npy`, zeros])), { level: 9 })
    assert.include(refusal({ "a.npz": bomb }, "a", { memory: 2 ** 21 }), "the zip archive, unpacked, would take 3 MiB")
    const packed = gzipSync(new Uint8Array(3_000_000))
    assert.include(refusal({ "a.gz": packed }, "a", { memory: 2 ** 21 }), "the gzip file, unpacked, would take 3 MiB")
  })
})

describe("text of 100,000 characters", () => {
  const long = 100_000

  // Each took seconds to minutes where every character was looked at from every other one.
  for (const [what, text] of [
    ["a rule of one count", `x=1,y=1,rule=B${"3".repeat(long)}\no!`],
    ["a rule of padding", `x=1,y=1,rule=MAP${"=".repeat(long)}\no!`],
    ["a rule and blanks", `x = 1, y = 1, rule = a${" ".repeat(long)}b\no!`],
    ["a rule of slashes", `x=1,y=1,rule=${"/0".repeat(long / 2)}h\no!`],
    ["a header of blanks", `x${" ".repeat(long)}= 1, y = 1\no!`],
    ["a place of blanks", `#CXRLE ${"Pos=".repeat(long / 4)}\nx=1,y=1\no!`],
    ["a comment of blanks", `# rule:${" ".repeat(long)}\n01\n`],
    ["a heading of signs", `${"-".repeat(long)} gen\n01\n`],
    ["an entry of digits", `0,${"1".repeat(long)}\n`],
    ["entries of blanks", `0${" ,".repeat(long / 2)}x\n`],
    ["a name of a list", `${"a.".repeat(long / 2)}=[[0]]`],
    ["lists", "[[".repeat(long / 2)],
    ["patterns", "x=1,y=1\n" + "o!".repeat(long / 2)]
  ] as const) {
    it(`${what} is read or refused`, () => {
      const read = (() => {
        try {
          return parse({ "a.rle": bytesOf(text) }).frames
        } catch (error) {
          return (error as { _tag?: string })._tag
        }
      })()
      assert.include(["FileError", long / 2, 1], read)
    })
  }
})
