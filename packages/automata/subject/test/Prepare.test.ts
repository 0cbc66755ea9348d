import { readRule, type Recording, simulate } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { decodeRunSpec, prepare } from "../src/index.ts"
import { twoStates } from "./twoStates.ts"

const evolve = (frames = 21): Recording => {
  const read = readRule(twoStates, "B36/S23")
  if (!read.ok) throw new Error("B36/S23")
  const random = makeRandom("prepare")
  const world = { width: 40, height: 40, boundary: "torus" as const }
  const cells = simulate(
    read.value,
    Uint8Array.from({ length: 1600 }, () => random.below(2)),
    world,
    frames - 1
  )
  return { ...world, boundary: "auto", source: "soup", frames, states: 2, cells, rule: null }
}

const prepared = (recordings: ReadonlyArray<Recording>, family = "auto") =>
  Effect.flatMap(decodeRunSpec({ family, generator: { id: "recording" } }), (spec) =>
    prepare(twoStates, spec, recordings)
  )

it.effect("the border is decided from the training part alone", () =>
  Effect.gen(function* () {
    const recording = evolve()
    const clean = yield* prepared([recording])
    assert.strictEqual(clean.recordings[0]!.boundary, "torus")
    // Outcomes of the held-out transitions only.
    const spoilt = { ...recording, cells: recording.cells.slice() }
    for (const t of clean.recordings[0]!.heldOut.slice(1)) spoilt.cells.fill(1, t * 1600, (t + 1) * 1600)
    spoilt.cells.fill(1, 20 * 1600)
    const after = yield* prepared([spoilt])
    assert.strictEqual(after.recordings[0]!.boundary, "torus")
  })
)

it.effect("what cannot be learned from is refused with the place and a remedy", () =>
  Effect.gen(function* () {
    const messageOf = (...args: Parameters<typeof prepared>) =>
      Effect.map(Effect.flip(prepared(...args)), (error) => error.message)
    assert.include(yield* messageOf([]), "no recording")
    assert.include(yield* messageOf([{ ...evolve(1), source: "one.npz" }]), "one.npz has 1 frame; a rule shows itself")
    assert.include(yield* messageOf([evolve(), { ...evolve(), source: "b.npz", states: 3 }]), "b.npz has 3 states")
    assert.include(yield* messageOf([{ ...evolve(), states: 4 }]), "no family is known for 4 states")
    assert.include(yield* messageOf([{ ...evolve(), states: 4 }], "life-like"), "life-like rules have 2 states")
  })
)
