import {
  bitSlicedStep,
  everyNth,
  formatRule,
  lifeLike,
  makePacked,
  type Observation,
  packInto,
  readRule,
  type Recording,
  type Rule,
  simulate,
  unobserved
} from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { observeAll, randomRule, recordSoup, twoStates } from "@rulescope/testkit"
import { assert, describe, it } from "@effect/vitest"
import { findStride, readStrided } from "../src/strided/readStrided.ts"
import { bits, makeTrial } from "../src/strided/trials.ts"

const every = (stride: number, recording: Recording): Observation => observeAll(everyNth(recording, stride))

const finish = <A>(work: Generator<void, A>): A => {
  let step = work.next()
  while (step.done !== true) step = work.next()
  return step.value
}

const life = (text: string): Rule => {
  const read = readRule(twoStates, text)
  if (!read.ok) throw new Error(text)
  return read.value
}

describe("the search over all Life-like rules", () => {
  it.each([2, 3])("finds a random rule from every frame number %s, and nothing else", (stride) => {
    const rule = randomRule(lifeLike, `stride ${stride}`)
    const recording = recordSoup(rule, "stride", { frames: 1 + 4 * stride, width: 40, height: 40 })
    const reading = finish(readStrided([every(stride, recording)], stride, 10))
    assert.isTrue(reading.clean)
    for (let c = 0; c < 18; c++) {
      if (reading.support[c]! < 10) continue
      assert.strictEqual(reading.posterior[2 * c + rule.labels[c]!], 1, `${formatRule(rule)} class ${c}`)
    }
  })

  it("gives both rules that every second generation cannot tell apart", () => {
    const rule = life("B3678/S34678")
    const recording = recordSoup(rule, "twins", { frames: 9, width: 48, height: 48 })
    const { alike, posterior } = finish(readStrided([every(2, recording)], 2, 10))
    const texts = alike.map((labels) => formatRule({ family: lifeLike, labels }))
    assert.sameMembers(texts, ["B3678/S34678", "B01245/S0125"])
    assert.isTrue(posterior.every((p) => p === 0.5))
    // The second opinion: both really lead to the same frames.
    const first = recording.cells.slice(0, 48 * 48)
    const world = { width: 48, height: 48, boundary: "torus" as const }
    const [a, b] = texts.map((text) => simulate(life(text), first, world, 2).slice(2 * 48 * 48))
    assert.deepStrictEqual(a, b)
  })

  it("finds the stride, and 1 for consecutive frames", () => {
    const rule = life("B36/S23")
    const recording = recordSoup(rule, "auto", { frames: 13, width: 40, height: 40 })
    for (const stride of [1, 2, 4]) {
      assert.strictEqual(finish(findStride([every(stride, recording)], 10)).stride, stride)
    }
  }, 60_000)

  it("bears a few wrong cells without claiming a wrong label", () => {
    const rule = life("B36/S23")
    const random = makeRandom("few")
    const recording = recordSoup(rule, "few", { frames: 17, width: 48, height: 48 })
    const cells = recording.cells.map((cell) => (random.uniform() < 0.002 ? 1 - cell : cell))
    const { clean, posterior } = finish(readStrided([every(2, { ...recording, cells })], 2, 10))
    assert.isFalse(clean)
    let claimed = 0
    for (let c = 0; c < 18; c++) {
      assert.isBelow(posterior[2 * c + 1 - rule.labels[c]!]!, 0.99)
      if (posterior[2 * c + rule.labels[c]!]! >= 0.99) claimed++
    }
    assert.isAbove(claimed, 14)
  })
})

describe("trials", () => {
  it("count bits", () => {
    const random = makeRandom("bits")
    for (let i = 0; i < 200; i++) {
      const word = random.bits() | 0
      assert.strictEqual(bits(word), [...(word >>> 0).toString(2)].filter((digit) => digit === "1").length)
    }
  })

  it.each(["torus", "dead", "unknown"] as const)("judge only what the light cone knows: %s", (boundary) => {
    const rule = randomRule(lifeLike, "cone")
    const random = makeRandom("cone")
    const world = recordSoup(rule, "cone", { frames: 3, width: 50, height: 40 })
    // A window of a larger torus, or a world with dead surroundings, or the torus itself, with holes in the source.
    const inside = (cells: Uint8Array, t: number): Uint8Array => cells.slice(t * 2000, (t + 1) * 2000)
    const made =
      boundary === "dead"
        ? simulate(rule, inside(world.cells, 0), { width: 50, height: 40, boundary: "dead" }, 2)
        : world.cells
    const source = inside(made, 0).map((cell) => (random.uniform() < 0.002 ? unobserved : cell))
    const cells = Uint8Array.from([...source, ...inside(made, 2)])
    const observation: Observation = {
      boundary,
      recording: { ...world, frames: 2, cells },
      transitions: [0]
    }
    const trial = makeTrial(observation, 0, 2, 64)
    assert.isAbove(trial.cells, 500)
    if (boundary === "unknown") assert.isAtMost(trial.cells, 46 * 36)
    const step = bitSlicedStep(rule.labels, trial.boundary)
    const [a, b] = [makePacked(50, 40), makePacked(50, 40)]
    step(trial.before, a)
    step(a, b)
    for (let i = 0; i < b.words.length; i++) {
      assert.strictEqual((b.words[i]! ^ trial.after.words[i]!) & trial.judged.words[i]!, 0)
    }
    packInto(a, source, 1)
    assert.deepStrictEqual(a.words, trial.before.words)
  })

  it("are cut to a window", () => {
    const recording = recordSoup(randomRule(lifeLike, "cut"), "cut", { frames: 2, width: 90, height: 70 })
    const trial = makeTrial(observeAll(recording), 0, 2, 32)
    assert.deepInclude(trial, { boundary: "dead", cells: 28 * 28 })
  })
})
