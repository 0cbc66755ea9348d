import { spawnSync } from "node:child_process"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { explain, expressIn, formatRule, lifeLike, readRule, type Rule, simulate, totalistic } from "../src/index.ts"
import { soup } from "./worlds.ts"
import { twoStates } from "./twoStates.ts"

/** Steps of codes by NumPy: sums of shifted copies, digits of the code by division. */
const script = `
import json, sys
import numpy as np
answers = []
for case in json.load(sys.stdin):
    k, r, grid, outer = case["states"], case["radius"], case["grid"], case["outer"]
    cells = np.array(case["cells"]).reshape(case["height"], case["width"])
    span = range(-r, r + 1)
    if grid == "line": offsets = [(0, dx) for dx in span]
    else: offsets = [(dy, dx) for dy in span for dx in span if grid == "moore" or abs(dx) + abs(dy) <= r]
    frames = []
    for _ in range(case["generations"]):
        total = sum(np.roll(cells, (-dy, -dx), (0, 1)) for dy, dx in offsets)
        index = k * (total - cells) + cells if outer else total
        digits, code = [], int(case["code"])
        while len(digits) <= index.max():
            digits.append(code % k)
            code //= k
        cells = np.array(digits)[index]
        frames.append(cells.flatten().tolist())
    answers.append(frames)
print(json.dumps(answers))
`
const hasNumPy = spawnSync("python3", ["-c", "import numpy"]).status === 0

const read = (text: string): Rule => {
  const result = totalistic.parse(text)
  if (!result.ok) throw new Error(explain(result.error))
  return result.value
}

const written = (text: string): string => {
  const result = totalistic.parse(text)
  return result.ok ? formatRule(result.value) : explain(result.error).split("\n")[0]!
}

const families = [2, 3, 5].flatMap((states) =>
  ([1, 2] as const).flatMap((dimension) => totalistic.families({ states, dimension }))
)

describe("codes of sums", () => {
  it("say what Life is", () => {
    const life = readRule(twoStates, "B3/S23")
    const rule = expressIn(read("outer code 224 k2 r1 moore"), lifeLike)
    expect(life.ok && rule!.labels).toEqual(life.ok && life.value.labels)
  })

  it.each([
    ["code 1599 k3 r1", "code 1599 k3 r1"],
    ["CODE 1599 K3", "code 1599 k3 r1"],
    ["code 20 r2", "code 20 k2 r2"],
    ["outer code 00224 k2 moore", "outer code 224 k2 r1 moore"],
    ["code 9999 k3 r1", "a code that is too large at character 6; it has 7 digits at most"],
    ["code x k3", "no number of a code at character 6; write code 1599 k3 r1, or outer code 224 k2 r1 moore"],
    [
      "code 1 k40",
      'unexpected "k40" at character 8; write code 1599 k3 r1, or outer code 224 k2 r1 moore; k is 2 to 16, r is 1 to 3'
    ],
    ["W30", "no code at character 1; write code 1599 k3 r1, or outer code 224 k2 r1 moore"]
  ])("%j is %s", (text, canonical) => expect(written(text)).toBe(canonical))

  it("are read as they are printed", () => {
    fc.assert(
      fc.property(fc.constantFrom(...families), fc.infiniteStream(fc.nat()), (family, picks) => {
        const labels = Uint8Array.from(family.classes, () => picks.next().value % family.states)
        expect(read(formatRule({ family, labels }))).toEqual({ family, labels })
      })
    )
  })

  it.skipIf(!hasNumPy)("evolve as NumPy says (skipped where it is not installed)", () => {
    const cases = families.map((family, index) => {
      const [width, height] = [7 + (index % 5), family.neighbourhood.dimension === 1 ? 2 : 6 + (index % 3)]
      const first = soup(width * height, family.states, 0.6, 0, index)
      const labels = Uint8Array.from(family.classes, (_, i) => (i * i + index + (i >> 1)) % family.states)
      const text = formatRule({ family, labels })
      const [, outer, code, grid] = /^(outer )?code (\d+) k\d+ r\d+ ?(\S*)$/.exec(text)!
      const world = { width, height, boundary: "torus" } as const
      return {
        ours: simulate({ family, labels }, first, world, 4).subarray(width * height),
        asked: {
          states: family.states,
          radius: family.neighbourhood.radius,
          grid: grid === "" ? "line" : grid,
          outer: outer !== undefined,
          code,
          cells: [...first],
          width,
          height,
          generations: 4
        }
      }
    })
    const { stdout } = spawnSync("python3", ["-c", script], { input: JSON.stringify(cases.map(({ asked }) => asked)) })
    const theirs = JSON.parse(stdout.toString()) as ReadonlyArray<ReadonlyArray<ReadonlyArray<number>>>
    expect(theirs.length).toBe(families.length)
    for (const [i, { ours }] of cases.entries()) expect([...ours]).toEqual(theirs[i]!.flat())
  })
})
