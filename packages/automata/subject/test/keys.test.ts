import { type AnyStep, type Code, fold, layerOf, Machine, opener, Plugin, Registry } from "@rulescope/core"
import { type FamilyKind, lifeLike, vonNeumannKind } from "@rulescope/lattice"
import { assert, describe, it } from "@effect/vitest"
import { type Context, Effect, Layer, Schema } from "effect"
import {
  Augmenter,
  automata,
  Backbone,
  Chooser,
  decodeRunSpec,
  equip,
  Generator,
  Inferrer,
  makeEstimate,
  type RuleEstimate,
  Verifier
} from "../src/index.ts"
import { twoStates } from "./twoStates.ts"

/** What the plugins of a run are, as far as keys may know. */
interface World {
  readonly spec: object
  readonly versions: Readonly<Record<string, number>>
  readonly uses: Readonly<Record<string, ReadonlyArray<Code>>>
  readonly source: string | null
  readonly machine: string
  readonly families: ReadonlyArray<FamilyKind>
  readonly steps: (families: ReadonlyArray<FamilyKind>) => ReadonlyArray<AnyStep>
  readonly estimate: RuleEstimate
}

const Config = Schema.Struct({
  size: Schema.Finite.pipe(Schema.withDecodingDefaultKey(Effect.succeed(1)))
})

const labels = Uint8Array.from(lifeLike.classes, (_, index) => index % 2)

const estimateOf = (change: { readonly labels?: Uint8Array; readonly stride?: number; readonly noise?: number }) =>
  makeEstimate(lifeLike, {
    labels: change.labels ?? labels,
    support: labels.map(() => 1),
    posterior: new Float64Array(2 * labels.length).fill(0.5),
    stride: change.stride ?? 1,
    noise: { observation: change.noise ?? 0, dynamic: 0 },
    used: { inferrer: "plain", evidence: "observations", parameters: {} }
  })

const usual: World = {
  spec: { generator: { id: "plain" }, augmenters: [{ id: "lesson" }, { id: "counters" }] },
  versions: {},
  uses: {},
  source: null,
  machine: "wasm",
  families: twoStates,
  steps: (families) => automata(families).steps,
  estimate: estimateOf({})
}

const plugin = <I>({ uses, versions }: World, stage: string, id: string, key: Context.Key<I, any>, service: object) =>
  Plugin.erase(
    Plugin.make({
      id,
      version: versions[`${stage} ${id}`] ?? 1,
      uses: uses[`${stage} ${id}`] ?? [],
      summary: "Says nothing.",
      config: Config,
      layer: (): Layer.Layer<I> => Layer.succeed(key, service as never)
    })
  )

const registriesOf = (world: World) => {
  const { source } = world
  const augmenter = (id: string, purpose: string) => plugin(world, "augmenter", id, Augmenter, { purpose })
  return {
    generators: Registry.make(Generator, "generator", [
      plugin(world, "generator", "plain", Generator, {
        source: Effect.succeed(source === null ? null : { name: "file", key: source })
      })
    ]),
    choosers: Registry.make(Chooser, "chooser", [
      plugin(world, "chooser", "marginal-likelihood", Chooser, {}),
      plugin(world, "chooser", "bic", Chooser, {})
    ]),
    augmenters: Registry.make(Augmenter, "augmenter", [
      augmenter("lesson", "training"),
      augmenter("counters", "statistics")
    ]),
    backbones: Registry.make(Backbone, "backbone", [
      plugin(world, "backbone", "cnn", Backbone, {}),
      plugin(world, "backbone", "p4", Backbone, {})
    ]),
    inferrers: Registry.make(Inferrer, "inferrer", [
      plugin(world, "inferrer", "threshold", Inferrer, {}),
      plugin(world, "inferrer", "likelihood", Inferrer, {})
    ]),
    verifiers: Registry.make(Verifier, "verifier", [plugin(world, "verifier", "replay", Verifier, {})])
  }
}

/** Keys of all steps of a run in which every step but the claim is left undone. */
const keysOf = (world: World) =>
  Effect.gen(function* () {
    const { places } = equip(twoStates, registriesOf(world))
    const opened = yield* opener(places)(yield* decodeRunSpec(world.spec))
    const keys: Record<string, string> = {}
    const found = { choose: { family: lifeLike }, infer: world.estimate } as Readonly<Record<string, unknown>>
    yield* fold(world.steps(world.families), opened, {
      around: (step, key) =>
        Effect.map(key, (name) => {
          keys[step.id] = name
          return found[step.id]
        })
    }).pipe(Effect.provide(layerOf(opened, places)), Effect.provideService(Machine, world.machine))
    return keys
  })

const all = [
  "observe",
  "choose",
  "admit",
  "count",
  "ask",
  "learn",
  "gather",
  "infer",
  "verify",
  "relearn",
  "whole",
  "reread",
  "judge"
]
const afterWhole = ["whole", "reread", "judge"]
const afterGather = ["gather", "infer", ...afterWhole]
const afterLearn = ["learn", "relearn", ...afterGather]
const afterCount = ["count", "ask", ...afterLearn]
const afterChoose = ["choose", "admit", ...afterCount]
const ofInferrer = ["admit", "infer", "reread", "judge"]
const ofVerify = ["verify", "judge"]

const code = (step: string) => (families: ReadonlyArray<FamilyKind>) =>
  automata(families).steps.map((one) =>
    one.id === step ? { ...one, code: one.code.map((each) => ({ ...each, version: each.version + 1 })) } : one
  )

const spec = (more: object): World => ({ ...usual, spec: { ...usual.spec, ...more } })
const version = (name: string): World => ({ ...usual, versions: { [name]: 2 } })
const uses = (name: string): World => ({ ...usual, uses: { [name]: [{ id: "optimiser", version: 2 }] } })

/** One input changed, and the steps whose results it decides. */
const changes: ReadonlyArray<readonly [what: string, world: World, steps: ReadonlyArray<string>]> = [
  ["seed", spec({ seed: 2 }), all],
  ["configuration of the generator", spec({ generator: { id: "plain", config: { size: 2 } } }), all],
  ["version of the generator", version("generator plain"), all],
  ["what is read", { ...usual, source: "other" }, all],
  ["family", spec({ family: "isotropic" }), all],
  ["share held out", spec({ heldOut: 0.5 }), all],
  ["stride", spec({ stride: 2 }), all],
  ["augmenter of what is learned", spec({ augmenters: [{ id: "counters" }] }), ["ask", ...afterLearn]],
  ["its configuration", spec({ augmenters: [{ id: "lesson", config: { size: 2 } }, { id: "counters" }] }), afterLearn],
  ["its version", version("augmenter lesson"), afterLearn],
  [
    "configuration of an augmenter of the statistics",
    spec({ augmenters: [{ id: "lesson" }, { id: "counters", config: { size: 2 } }] }),
    ["ask", ...afterGather]
  ],
  ["its version", version("augmenter counters"), ["ask", ...afterGather]],
  ["chooser", spec({ chooser: { id: "bic" } }), afterChoose],
  ["configuration of the chooser", spec({ chooser: { config: { size: 2 } } }), afterChoose],
  ["version of the chooser", version("chooser marginal-likelihood"), afterChoose],
  ["families", { ...usual, families: [...twoStates, vonNeumannKind] }, all],
  ["version of a family", { ...usual, families: twoStates.map((kind) => ({ ...kind, version: 2 })) }, all],
  ["backbone", spec({ backbone: { id: "p4" } }), afterLearn],
  ["configuration of the backbone", spec({ backbone: { config: { size: 2 } } }), afterLearn],
  ["version of the backbone", version("backbone cnn"), afterLearn],
  ["the optimiser that it uses", uses("backbone cnn"), afterLearn],
  ["the backend of tensors", { ...usual, machine: "cpu" }, afterLearn],
  ["inferrer", spec({ inferrer: { id: "likelihood" } }), ofInferrer],
  ["configuration of the inferrer", spec({ inferrer: { config: { size: 2 } } }), ofInferrer],
  ["version of the inferrer", version("inferrer threshold"), ofInferrer],
  ["code that it uses", uses("inferrer threshold"), ofInferrer],
  ["verifier", spec({ verifier: { config: { size: 2 } } }), ofVerify],
  ["version of the verifier", version("verifier replay"), ofVerify],
  ["labels of the claim", { ...usual, estimate: estimateOf({ labels: labels.toReversed() }) }, ofVerify],
  ["stride of the claim", { ...usual, estimate: estimateOf({ stride: 2 }) }, ofVerify],
  ["noise of the claim", { ...usual, estimate: estimateOf({ noise: 0.01 }) }, ofVerify],
  ["code of observe", { ...usual, steps: code("observe") }, all],
  ["code of choose", { ...usual, steps: code("choose") }, afterChoose],
  ["code of count", { ...usual, steps: code("count") }, afterCount],
  ["code of ask", { ...usual, steps: code("ask") }, ["ask", ...afterGather]],
  ["code of learn", { ...usual, steps: code("learn") }, afterLearn],
  ["code of gather", { ...usual, steps: code("gather") }, afterGather],
  ["code of infer, confidences among it", { ...usual, steps: code("infer") }, ["infer", "reread", "judge"]],
  ["code of verify", { ...usual, steps: code("verify") }, ofVerify],
  ["code of relearn", { ...usual, steps: code("relearn") }, ["relearn", ...afterWhole]],
  ["code of whole", { ...usual, steps: code("whole") }, afterWhole],
  ["code of reread, confidences among it", { ...usual, steps: code("reread") }, ["reread", "judge"]],
  ["code of judge", { ...usual, steps: code("judge") }, ["judge"]]
]

describe("the key of a step's result", () => {
  it.effect("is the same for the same run", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* keysOf({ ...usual }), yield* keysOf(usual))
      assert.strictEqual(new Set(Object.values(yield* keysOf(usual))).size, all.length)
    })
  )

  for (const [what, world, steps] of changes) {
    it.effect(`changes with ${what}, where that decides it and nowhere else`, () =>
      Effect.gen(function* () {
        const [before, after] = [yield* keysOf(usual), yield* keysOf(world)]
        assert.deepStrictEqual(
          all.filter((step) => before[step] !== after[step]),
          all.filter((step) => steps.includes(step))
        )
      })
    )
  }

  it("knows the confidences that every reading depends on", () => {
    const infer = automata(twoStates).steps.find(({ id }) => id === "infer")!
    assert.includeMembers(
      infer.code.map(({ id }) => id),
      ["confidence", "estimate"]
    )
  })
})
