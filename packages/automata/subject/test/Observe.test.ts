import { type Family, readRule, type Recording, simulate } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { assert, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { contentKey, fold, inPieces, StageCache } from "@rulescope/core"
import {
  automata,
  chooseFamily,
  Chooser,
  decodeRunSpec,
  type FamilyDecision,
  Generator,
  marginalLikelihood,
  Reporter,
  type RunEvent
} from "../src/index.ts"
import { twoStates } from "./twoStates.ts"

const world = { width: 32, height: 32, boundary: "torus" as const }

const soup = (noise: number, states: ReadonlyArray<number> = Array.from({ length: 9 }, (_, t) => t)): Recording => {
  const read = readRule(twoStates, "B36/S23")
  if (!read.ok) throw new Error("B36/S23")
  const random = makeRandom("observe")
  const size = world.width * world.height
  const all = simulate(
    read.value,
    Uint8Array.from({ length: size }, () => random.below(2)),
    world,
    states.at(-1)!
  )
  const cells = Uint8Array.from(states.flatMap((t) => [...all.subarray(t * size, (t + 1) * size)]))
  for (let i = 0; i < cells.length; i++) if (random.uniform() < noise) cells[i]! ^= 1
  return { ...world, source: "soup", frames: states.length, states: 2, cells, rule: "B36/S23" }
}

/** How the family of a recording is decided, and whether that came from the cache. */
const decide = (recording: Recording, raw: object) =>
  Effect.gen(function* () {
    const spec = yield* decodeRunSpec({ generator: { id: "soup" }, ...raw })
    const reused: Array<boolean> = []
    const note = (event: RunEvent) =>
      Effect.sync(() => {
        if (event._tag === "StageFinished" && event.stage === "family") reused.push(event.reused)
      })
    const steps = automata(twoStates).steps.filter(({ id }) => id === "observe" || id === "choose")
    const { choose } = (yield* fold(steps, { spec, chosen: () => [], versions: {} }).pipe(
      Effect.provide([
        Layer.succeed(
          Generator,
          Generator.of({
            source: Effect.succeed({ name: "soup", key: contentKey({}, recording.cells) }),
            generate: () => Effect.succeed([recording])
          })
        ),
        Layer.succeed(
          Chooser,
          Chooser.of({ choose: (question) => inPieces(chooseFamily(question, marginalLikelihood)) })
        )
      ]),
      Effect.provideService(Reporter, note)
    )) as { readonly choose: { readonly family: Family; readonly choice: FamilyDecision } }
    const { choice, family } = choose
    assert.strictEqual(family.id, choice.id)
    return { choice, reused }
  })

it.effect("without noise a stated family has its scores, and the symmetry is told", () =>
  Effect.gen(function* () {
    const { choice } = yield* decide(soup(0), { family: "isotropic" })
    assert.deepInclude(choice, { id: "isotropic", criterion: "as stated" })
    assert.deepStrictEqual(
      choice.scores.map(({ contradicted, family }) => [family, contradicted]),
      [["isotropic", 0]]
    )
    assert.strictEqual(choice.symmetry!.id, "all")
  }).pipe(Effect.provide(StageCache.layerMemory))
)

it.effect("under noise a stated family is not scored", () =>
  Effect.gen(function* () {
    const { choice } = yield* decide(soup(0.02), { family: "isotropic" })
    assert.deepStrictEqual(choice, { id: "isotropic", criterion: "as stated", scores: [], symmetry: null })
  }).pipe(Effect.provide(StageCache.layerMemory))
)

it.effect("scores of noisy frames are kept for those frames", () =>
  Effect.gen(function* () {
    const first = yield* decide(soup(0.02), { family: "auto" })
    assert.deepInclude(first.choice, { id: "life-like", criterion: "held-out composite likelihood" })
    assert.strictEqual(first.choice.symmetry!.id, "all")
    assert.deepStrictEqual(first.reused, [false])
    const again = yield* decide(soup(0.02), { family: "auto", inferrer: { id: "likelihood" } })
    assert.deepStrictEqual(again, { choice: first.choice, reused: [true] })
    const other = yield* decide(soup(0.021), { family: "auto" })
    assert.deepStrictEqual(other.reused, [false])
    assert.notDeepEqual(other.choice.scores, first.choice.scores)
  }).pipe(Effect.provide(StageCache.layerMemory))
)

it.effect("frames several generations apart are searched for the smallest family, which is not scored", () =>
  Effect.gen(function* () {
    const { choice } = yield* decide(soup(0, [0, 2, 4, 6, 8]), { stride: 2 })
    assert.deepStrictEqual(choice, { id: "life-like", criterion: "smallest family", scores: [], symmetry: null })
    const stated = yield* decide(soup(0, [0, 2, 4, 6, 8]), { stride: 2, family: "map" })
    assert.deepStrictEqual(stated.choice, { id: "map", criterion: "as stated", scores: [], symmetry: null })
  }).pipe(Effect.provide(StageCache.layerMemory))
)
