import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { makePacked, packInto, tailMask, unpackInto } from "../src/index.ts"
import { holdsUnobserved } from "../src/packed.ts"
import { anyHeight, anyWidth, anyWorld } from "./worlds.ts"

describe("packed cells", () => {
  it("set the bit of exactly the cells that equal the value, wherever the bytes lie", () => {
    const bytes = fc.oneof(fc.constantFrom(0, 1, 2, 127, 128, 129, 254, 255), fc.integer({ min: 0, max: 255 }))
    const worlds = fc
      .tuple(anyWidth, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 7 }))
      .chain(([width, height, skipped]) => {
        const minLength = skipped + width * height
        const cells = fc.array(bytes, { minLength, maxLength: minLength })
        return fc.tuple(fc.constant({ width, height, skipped }), cells, bytes)
      })
    fc.assert(
      fc.property(worlds, ([{ height, skipped, width }, all, value]) => {
        const cells = Uint8Array.from(all).subarray(skipped)
        const packed = makePacked(width, height)
        packed.words.fill(-1)
        packInto(packed, cells, value)
        expect(packed.wordsPerRow).toBe(Math.ceil(width / 32))
        for (let y = 0; y < height; y++) {
          for (let x = 0; x < 32 * packed.wordsPerRow; x++) {
            const bit = (packed.words[y * packed.wordsPerRow + (x >> 5)]! >>> (x & 31)) & 1
            expect(bit).toBe(x < width && cells[y * width + x] === value ? 1 : 0)
          }
        }
      }),
      { numRuns: 60 }
    )
  })

  it("come back as they were", () => {
    fc.assert(
      fc.property(anyWorld(false), fc.integer({ min: 0, max: 7 }), ({ cells, height, width }, skipped) => {
        const packed = makePacked(width, height)
        packInto(packed, cells, 1)
        const out = new Uint8Array(skipped + cells.length + 3).fill(9)
        unpackInto(out.subarray(skipped, skipped + cells.length), packed)
        expect(out.subarray(skipped, skipped + cells.length)).toEqual(cells)
        expect([...out.subarray(0, skipped), ...out.subarray(skipped + cells.length)].every((b) => b === 9)).toBe(true)
      })
    )
  })

  it("refuse a frame that is too short", () => {
    expect(() => packInto(makePacked(40, 2), new Uint8Array(79), 1)).toThrow(RangeError)
  })

  it("tell one unobserved cell anywhere", () => {
    fc.assert(
      fc.property(anyWidth, anyHeight, fc.nat(), (width, height, place) => {
        const cells = new Uint8Array(width * height).fill(1)
        expect(holdsUnobserved(cells)).toBe(false)
        cells[place % cells.length] = 255
        expect(holdsUnobserved(cells)).toBe(true)
      })
    )
  })

  it("use all bits of the last word when the width is a multiple of 32", () => {
    expect([1, 31, 32, 33, 64].map(tailMask)).toEqual([1, 0x7fffffff, -1, 1, -1])
  })
})
