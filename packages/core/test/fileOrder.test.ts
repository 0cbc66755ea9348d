import { assert, it } from "@effect/vitest"
import { inFileOrder } from "../src/index.ts"

it("files of a folder come by name, numbers in numeric order", () => {
  const names = ["b2.rle", "b10.rle", "a.rle", "b1.rle", "gen-9.npy", "gen-10.npy"]
  assert.deepStrictEqual(names.toSorted(inFileOrder), [
    "a.rle",
    "b1.rle",
    "b2.rle",
    "b10.rle",
    "gen-9.npy",
    "gen-10.npy"
  ])
})
