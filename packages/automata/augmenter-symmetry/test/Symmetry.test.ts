import { isotropic, lifeLike, map, observedPatterns, takeCensus } from "@rulescope/lattice"
import { augmenterSuite, observeAll, randomRule, recordSoup } from "@rulescope/testkit"
import { assert, it } from "@effect/vitest"
import { Augmenter, sampleOf, weightedCensus } from "@rulescope/automata"
import { Effect } from "effect"
import { makeRandom } from "@rulescope/random"
import { symmetry } from "../src/index.ts"

for (const group of ["turns", "mirrors", "turns-and-mirrors"] as const) {
  augmenterSuite(`symmetry ${group}`, symmetry.layer({ group, tolerance: 0 }))
}

it.effect("a turned copy is evolved by the turned rule: the census of eight copies is constant on orbits", () =>
  Effect.gen(function* () {
    const { augment } = yield* Augmenter
    const sample = sampleOf(observeAll(recordSoup(randomRule(lifeLike, "orbit"), "orbit", { width: 31, height: 17 })))
    const copies = yield* augment([sample], "s")
    assert.strictEqual(copies.length, 8)
    const { counts } = weightedCensus(lifeLike.neighbourhood, 2, copies)
    for (let pattern = 0; pattern < 512; pattern++) {
      const bits = Array.from({ length: 9 }, (_, i) => (pattern >> (8 - i)) & 1)
      const number = (cells: ReadonlyArray<number>) => cells.reduce((sum, bit) => sum * 2 + bit, 0)
      const turned = number([2, 5, 8, 1, 4, 7, 0, 3, 6].map((i) => bits[i]!))
      const mirrored = number([2, 1, 0, 5, 4, 3, 8, 7, 6].map((i) => bits[i]!))
      for (const next of [0, 1]) {
        assert.strictEqual(counts[2 * turned + next], counts[2 * pattern + next])
        assert.strictEqual(counts[2 * mirrored + next], counts[2 * pattern + next])
      }
    }
    const before = observedPatterns(takeCensus(lifeLike.neighbourhood, 2, [sample])).length
    assert.isAbove(observedPatterns({ neighbourhood: lifeLike.neighbourhood, states: 2, counts }).length, before)
  }).pipe(Effect.provide(symmetry.layer({ group: "turns-and-mirrors", tolerance: 0 })))
)

it.effect("is refused with a reason when the data contradict the symmetry", () =>
  Effect.gen(function* () {
    const { augment } = yield* Augmenter
    const sample = sampleOf(observeAll(recordSoup(randomRule(map, "none"), "none")))
    const error = yield* Effect.flip(augment([sample], "s"))
    assert.match(error.message, /^symmetry: \d+ cells contradict the symmetry "turns"/)
  }).pipe(Effect.provide(symmetry.layer({ group: "turns", tolerance: 0 })))
)

it.effect("is not refused where noise alone makes outcomes differ", () =>
  Effect.gen(function* () {
    const { augment } = yield* Augmenter
    const soup = recordSoup(randomRule(isotropic, "noisy"), "noisy", { width: 64, height: 64 })
    const random = makeRandom("flips")
    const cells = soup.cells.map((cell) => (random.uniform() < 0.02 ? 1 - cell : cell))
    assert.strictEqual((yield* augment([sampleOf(observeAll({ ...soup, cells }))], "s")).length, 8)
  }).pipe(Effect.provide(symmetry.layer({ group: "turns-and-mirrors", tolerance: 0 })))
)
