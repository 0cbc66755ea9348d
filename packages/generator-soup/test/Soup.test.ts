import { generatorSuite } from "@rulescope/testkit"
import { assert, it } from "@effect/vitest"
import { Generator } from "@rulescope/core"
import { Effect } from "effect"
import { soup } from "../src/index.ts"

const base = {
  width: 33,
  height: 17,
  density: { from: 0.1, to: 0.9 },
  generations: 6,
  soups: 3,
  boundary: "torus"
} as const

generatorSuite("soup of HighLife", soup.layer({ ...base, rule: "B36/S23" }))
generatorSuite(
  "soup of an isotropic rule between dead borders",
  soup.layer({ ...base, rule: "B2-a/S12", boundary: "dead" })
)
generatorSuite("soup of rule 110", soup.layer({ ...base, rule: "W110", height: 1 }))

const generate = (config: Partial<Parameters<typeof soup.layer>[0]>, seed = "s") =>
  Effect.flatMap(Generator, ({ generate }) => generate(seed)).pipe(
    Effect.provide(soup.layer({ ...base, rule: "B3/S23", ...config }))
  )

const liveShare = (cells: Uint8Array, size: number) =>
  cells.subarray(0, size).reduce((sum, cell) => sum + cell, 0) / size

it.effect("densities rise evenly from the first soup to the last", () =>
  Effect.gen(function* () {
    const soups = yield* generate({ width: 200, height: 200, generations: 1, soups: 5 })
    for (const [index, { cells }] of soups.entries()) {
      assert.closeTo(liveShare(cells, 40_000), 0.1 + 0.2 * index, 0.015)
    }
  })
)

it.effect("soups of one seed, and of two seeds, differ", () =>
  Effect.gen(function* () {
    const [a, b] = yield* generate({ density: 0.5 })
    const [c] = yield* generate({ density: 0.5 }, "t")
    assert.notDeepEqual(a!.cells, b!.cells)
    assert.notDeepEqual(a!.cells, c!.cells)
  })
)

it.effect("a bad rule is an error that points at the place", () =>
  Effect.gen(function* () {
    const error = yield* Effect.flip(generate({ rule: "B39/S23" }))
    assert.include(error.message, "9 is not a neighbour count at character 3")
  })
)

it.effect("a one-dimensional rule refuses rows", () =>
  Effect.gen(function* () {
    const error = yield* Effect.flip(generate({ rule: "W30" }))
    assert.include(error.message, "set height to 1")
  })
)
