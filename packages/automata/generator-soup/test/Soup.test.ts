import { generatorSuite, twoStates } from "@rulescope/testkit"
import { assert, it } from "@effect/vitest"
import { cellStep, frameOf, readRule, unobserved } from "@rulescope/lattice"
import { Families, Generator } from "@rulescope/automata"
import { Effect, Layer } from "effect"
import { soup } from "../src/index.ts"

const base = {
  width: 33,
  height: 17,
  density: { from: 0.1, to: 0.9 },
  generations: 6,
  soups: 3,
  boundary: "torus",
  patch: 1,
  observationNoise: 0,
  dynamicNoise: 0,
  mask: 0
} as const

const soupOf = (config: Parameters<typeof soup.layer>[0]) =>
  Layer.provide(soup.layer(config), Layer.succeed(Families, twoStates))

generatorSuite("soup of HighLife", soupOf({ ...base, rule: "B36/S23" }))
generatorSuite(
  "soup of an isotropic rule between dead borders",
  soupOf({ ...base, rule: "B2-a/S12", boundary: "dead" })
)
generatorSuite("soup of rule 110", soupOf({ ...base, rule: "W110", height: 1 }))

generatorSuite("soup recorded with noise", soupOf({ ...base, rule: "B3/S23", observationNoise: 0.02 }), {
  noise: 0.02
})
generatorSuite("soup of a rule that misfires", soupOf({ ...base, rule: "B3/S23", dynamicNoise: 0.02 }), {
  noise: 0.02
})
generatorSuite("soup in a patch, with holes", soupOf({ ...base, rule: "B3/S23", patch: 0.5, mask: 0.01 }))

const generate = (config: Partial<Parameters<typeof soup.layer>[0]>, seed = "s") =>
  Effect.flatMap(Generator, ({ generate }) => generate(seed)).pipe(
    Effect.provide(soupOf({ ...base, rule: "B3/S23", ...config }))
  )

it.effect("noise and mask have the shares asked for, and leave the evolution behind them as it is", () =>
  Effect.gen(function* () {
    const size = { width: 100, height: 100, generations: 9, soups: 1, density: 0.4 }
    const [clean] = yield* generate(size)
    const [noisy] = yield* generate({ ...size, observationNoise: 0.03 })
    const [masked] = yield* generate({ ...size, mask: 0.2 })
    const share = (is: (i: number) => boolean) => clean!.cells.reduce((sum, _, i) => sum + (is(i) ? 1 : 0), 0) / 100_000
    assert.closeTo(
      share((i) => noisy!.cells[i] !== clean!.cells[i]),
      0.03,
      0.002
    )
    assert.closeTo(
      share((i) => masked!.cells[i] === unobserved),
      0.2,
      0.005
    )
    assert.strictEqual(
      share((i) => masked!.cells[i] !== unobserved && masked!.cells[i] !== clean!.cells[i]),
      0
    )
  })
)

it.effect("a rule misfires in the share asked for of every transition", () =>
  Effect.gen(function* () {
    const [soup] = yield* generate({ width: 100, height: 100, generations: 5, soups: 1, dynamicNoise: 0.05 })
    const rule = readRule(twoStates, "B3/S23")
    const step = cellStep(rule.ok ? rule.value : assert.fail(), 100, 100, "torus")
    const next = new Uint8Array(10_000)
    for (let t = 1; t <= 5; t++) {
      step(frameOf(soup!, t - 1), next)
      const seen = frameOf(soup!, t)
      assert.closeTo(next.reduce((sum, cell, i) => sum + (cell === seen[i] ? 0 : 1), 0) / 10_000, 0.05, 0.01)
    }
  })
)

it.effect("a patch starts in the middle, the rest is dead", () =>
  Effect.gen(function* () {
    const [soup] = yield* generate({ width: 40, height: 20, density: 1, patch: 0.25, soups: 1 })
    const live = [...frameOf(soup!, 0).entries()].filter(([, cell]) => cell === 1).map(([i]) => i)
    assert.deepStrictEqual([live.length, live[0], live.at(-1)], [50, 7 * 40 + 15, 11 * 40 + 24])
  })
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
