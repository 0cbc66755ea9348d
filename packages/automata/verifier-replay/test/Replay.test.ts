import { cellStep, lifeLike, type Observation, readRule, type Rule, undetermined, unobserved } from "@rulescope/lattice"
import { observeAll, plainly, recordSoup, twoStates, verifierSuite } from "@rulescope/testkit"
import { assert, it } from "@effect/vitest"
import { type Claim, Verifier } from "@rulescope/automata"
import { Effect } from "effect"
import { replayVerifier } from "../src/index.ts"

const layer = replayVerifier.layer({ tolerance: 0, listed: 20 })

verifierSuite("replay", layer)

const life = () => {
  const read = readRule(twoStates, "B3/S23")
  if (!read.ok) throw new Error("B3/S23")
  return read.value
}

const verify = (rule: Rule, observations: ReadonlyArray<Observation>, claim: Partial<Claim> = {}) =>
  Effect.flatMap(Verifier, (verifier) => verifier.verify({ ...plainly(rule), ...claim }, observations)).pipe(
    Effect.provide(layer)
  )

it.effect("one flipped cell is found where it stands", () =>
  Effect.gen(function* () {
    const recording = recordSoup(life(), "flip", { frames: 5, width: 20, height: 10 })
    recording.cells[4 * 200 + 7 * 20 + 13]! ^= 1
    const verdict = yield* verify(life(), [observeAll(recording)])
    assert.strictEqual(verdict.status, "refuted")
    assert.strictEqual(verdict.contradicted, 1)
    const [cell] = verdict.contradictions
    assert.deepInclude(cell, { recording: 0, frame: 4, x: 13, y: 7 })
    assert.strictEqual(cell!.expected, 1 - cell!.seen)
    assert.strictEqual(verdict.exactTransitions, 3)
    assert.deepInclude(verdict.replay, { from: 0, exact: 3, recorded: 4, ended: "contradiction" })
  })
)

it.effect("masked cells and unknown borders are left out, not held against the rule", () =>
  Effect.gen(function* () {
    const recording = { ...recordSoup(life(), "mask", { frames: 6 }), boundary: "unknown" as const }
    for (let i = 0; i < recording.cells.length; i += 17) recording.cells[i] = unobserved
    const verdict = yield* verify(life(), [observeAll(recording)])
    assert.strictEqual(verdict.status, "confirmed")
    assert.isBelow(verdict.decided, 5 * 40 * 24)
    assert.strictEqual(verdict.undecided, 0)
  })
)

it.effect("counts decided and undecided cells by an independent count", () =>
  Effect.gen(function* () {
    const recording = recordSoup(life(), "count")
    const labels = life().labels.map((label, index) => (index === 3 ? undetermined : label))
    const verdict = yield* verify({ family: lifeLike, labels }, [observeAll(recording)])
    const step = cellStep({ family: lifeLike, labels }, recording.width, recording.height, "torus")
    const out = new Uint8Array(40 * 24)
    let open = 0
    for (let t = 0; t < 8; t++) {
      step(recording.cells.subarray(t * 960, (t + 1) * 960), out)
      open += out.filter((cell) => cell === unobserved).length
    }
    assert.strictEqual(verdict.undecided, open)
    assert.strictEqual(verdict.decided, 8 * 960 - open)
  })
)

it.effect(
  "a replay sees nothing of later frames: behind an unknown border its knowledge shrinks by a cell a generation",
  () =>
    Effect.gen(function* () {
      const recording = {
        ...recordSoup(life(), "cone", { frames: 9, width: 20, height: 10 }),
        boundary: "unknown" as const
      }
      const { replay } = yield* verify(life(), [observeAll(recording)])
      // Ten rows are used up from both sides after five generations; the fifth has nothing to compare.
      assert.deepEqual(replay, {
        recording: 0,
        denoised: false,
        from: 0,
        exact: 4,
        recorded: 8,
        ended: "nothing left to compare"
      })
    })
)

it.effect("a replay starts where the longest part without a gap begins", () =>
  Effect.gen(function* () {
    const observation = { ...observeAll(recordSoup(life(), "gap")), transitions: [0, 1, 4, 5, 6] }
    const { replay } = yield* verify(life(), [observation])
    assert.deepEqual(replay, {
      recording: 0,
      denoised: false,
      from: 4,
      exact: 3,
      recorded: 3,
      ended: "end of recording"
    })
  })
)
