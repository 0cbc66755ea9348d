import { lifeLike, readRule, unobserved } from "@rulescope/lattice"
import { augmenterSuite, observeAll, recordSoup, twoStates } from "@rulescope/testkit"
import { assert, it } from "@effect/vitest"
import { Augmenter, patternCounts, sampleOf } from "@rulescope/automata"
import { Effect } from "effect"
import { flip } from "../src/index.ts"

augmenterSuite("flip", flip.layer({ gamma: 0.05, gammaLive: 0.02 }))
augmenterSuite("flip everything", flip.layer({ gamma: 1, gammaLive: 1 }))

const life = () => {
  const read = readRule(twoStates, "B3/S23")
  if (!read.ok) throw new Error("B3/S23")
  return read.value
}

/** A world with nothing in it but a blinker: counts above 3 never occur. */
const sparse = () => {
  const recording = recordSoup(life(), "s", { frames: 9 })
  recording.cells.fill(0)
  for (let t = 0; t < 9; t++) {
    for (const d of [-1, 0, 1]) recording.cells[t * 960 + (t % 2 === 0 ? 10 * 40 + 10 + d : (10 + d) * 40 + 10)] = 1
  }
  return sampleOf(observeAll(recording))
}

it.effect("asks about neighbourhoods that the recording never shows, as often as γ says", () =>
  Effect.gen(function* () {
    const { augment } = yield* Augmenter
    const byCount = (samples: Parameters<typeof augment>[0]) => {
      const counts = new Float64Array(9)
      for (const [pattern, seen] of patternCounts(lifeLike.neighbourhood, 2, samples).entries()) {
        const { centre, live } = lifeLike.classes[lifeLike.partition![pattern]!]!
        if (centre === 0) counts[live]! += seen
      }
      return counts
    }
    const before = byCount([sparse()])
    assert.strictEqual(before[5], 0)
    const after = byCount(yield* augment([sparse()], "s"))
    assert.isAbove(after[4]!, 50)
    // Dead neighbourhoods of a binomial with 8 draws at γ = 0.2, on nearly 7680 cells, 80 % of them unflipped.
    assert.closeTo(after[2]! / 7680, 0.8 * 28 * 0.2 ** 2 * 0.8 ** 6, 0.02)
  }).pipe(Effect.provide(flip.layer({ gamma: 0.2, gammaLive: 0 })))
)

it.effect("an outcome near a flip is unobserved, all others stay", () =>
  Effect.gen(function* () {
    const { augment } = yield* Augmenter
    const given = sparse()
    const [after] = yield* augment([given], "s")
    const { cells } = after!.recording
    let hidden = 0
    for (let t = 0; t < 8; t++) {
      for (let at = 0; at < 960; at++) {
        const flipped = cells[2 * t * 960 + at] !== given.recording.cells[t * 960 + at]
        const outcome = cells[(2 * t + 1) * 960 + at]!
        if (flipped) assert.strictEqual(outcome, unobserved)
        if (outcome === unobserved) hidden++
        else assert.strictEqual(outcome, given.recording.cells[(t + 1) * 960 + at])
      }
    }
    assert.isAbove(hidden, 0)
    assert.isBelow(hidden, 8 * 960)
  }).pipe(Effect.provide(flip.layer({ gamma: 0.01, gammaLive: 0 })))
)

it.effect("refuses recordings with more than two states", () =>
  Effect.gen(function* () {
    const { augment } = yield* Augmenter
    const three = { ...sparse(), recording: { ...sparse().recording, states: 3 } }
    assert.include((yield* Effect.flip(augment([three], "s"))).message, "3 states")
  }).pipe(Effect.provide(flip.layer({ gamma: 0.01, gammaLive: 0 })))
)
