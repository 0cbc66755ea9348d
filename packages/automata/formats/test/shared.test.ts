import { frameOf, type Recording } from "@rulescope/lattice"
import { assert, describe, it } from "@effect/vitest"
import { hasShared, parse, sharedFile, sharedFolder } from "./support/parse.ts"

interface About {
  readonly rule: string
  readonly states: number
  readonly shape: ReadonlyArray<number>
  readonly p?: number
}

const recorded = (id: string): Recording => parse({ [`${id}.npz`]: sharedFile(`recordings/${id}.npz`) })

const about = (id: string): About => JSON.parse(new TextDecoder().decode(sharedFile(`recordings/${id}.json`)))

describe.skipIf(!hasShared)("recordings made with bgolly (skipped where ../shared is missing)", () => {
  for (const id of ["p00-ll", "p01-ll-crop", "p36-int", "p46-gen", "p56-hex"]) {
    it(`${id} has the stated shape and states, all observed`, () => {
      const recording = recorded(id)
      assert.deepStrictEqual([recording.frames, recording.height, recording.width], about(id).shape)
      assert.strictEqual(recording.states, about(id).states)
      assert.isFalse(recording.cells.includes(255))
    })
  }

  it("masked cells are unobserved, the others are those of the clean twin", () => {
    const [masked, clean] = [recorded("p00-ll-mask20"), recorded("p00-ll")]
    const unseen = masked.cells.filter((cell) => cell === 255).length / masked.cells.length
    assert.closeTo(unseen, about("p00-ll-mask20").p!, 0.01)
    assert.isTrue(masked.cells.every((cell, i) => cell === 255 || cell === clean.cells[i]))
  })
})

describe.skipIf(!hasShared)("exports of Golly (skipped where ../shared is missing)", () => {
  for (const id of ["p00-ll", "p01-ll", "p36-int", "p46-gen", "p56-hex"]) {
    it(`the generations of ${id} are the recording, cell by cell`, () => {
      const files = sharedFolder(`golly-exports/${id}`)
      const read = parse(files)
      assert.deepStrictEqual([read.frames, read.height, read.width, read.boundary], [13, 64, 64, "torus"])
      assert.deepStrictEqual(read.cells, recorded(id).cells.subarray(0, 13 * 64 * 64))
      assert.strictEqual(read.states, about(id).states)
      if (/-(ll|int)$/.test(id)) assert.strictEqual(read.rule, about(id).rule)
    })

    for (const name of ["bgolly-gen5.rle", "bgolly-gen5.rle.gz"]) {
      it(`${name} of ${id} is generation 5, up to a translation of the torus`, () => {
        const read = parse({ [name]: sharedFile(`golly-exports/${id}/${name}`) })
        const truth = frameOf(recorded(id), 5)
        const at = (x: number, y: number) => truth[((y + 64) % 64) * 64 + ((x + 64) % 64)]
        const shifts = Array.from({ length: 64 * 64 }, (_, i) => [i % 64, Math.floor(i / 64)] as const)
        const fits = shifts.some(([dx, dy]) =>
          read.cells.every((cell, i) => cell === at((i % 64) + dx, Math.floor(i / 64) + dy))
        )
        assert.isTrue(fits)
        assert.strictEqual(read.frames, 1)
      })
    }
  }
})
