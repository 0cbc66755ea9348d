import {
  type Boundary,
  frameOf,
  lifeLike,
  map,
  type Recording,
  type Rule,
  tableStep,
  undetermined,
  unobserved
} from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { observeAll, plainly, randomRule } from "@rulescope/testkit"
import { assert, describe, it } from "@effect/vitest"
import { replay } from "../src/fromOneFrame.ts"
import { oneStep } from "../src/oneStep.ts"

type Setting = readonly [width: number, boundary: Boundary, stride: number]

/** `stride` generations, cell by cell. */
const after = (rule: Rule, cells: Uint8Array, height: number, [width, boundary, stride]: Setting): Uint8Array => {
  const step = tableStep(rule, width, height, boundary)
  let now = cells
  for (let k = 0; k < stride; k++) {
    const next = new Uint8Array(now.length)
    step(now, next)
    now = next
  }
  return now
}

const height = 7

/** Frames of a rule, in some of which cells are changed, in some masked. */
const spoilt = (rule: Rule, setting: Setting, seed: string): Recording => {
  const random = makeRandom(seed)
  const [width, boundary, stride] = setting
  const frames: Array<Uint8Array> = [
    Uint8Array.from({ length: width * height }, () => (random.uniform() < 0.4 ? 1 : 0))
  ]
  for (let t = 1; t < 6; t++) frames.push(after(rule, frames[t - 1]!, height, [width, "torus", stride]))
  const cells = Uint8Array.from(
    frames.flatMap((frame, t) =>
      [...frame].map((cell) => {
        const chance = random.uniform()
        return t > 2 && chance < 0.02 ? unobserved : t > 3 && chance > 0.99 ? 1 - cell : cell
      })
    )
  )
  return { source: "spoilt", width, height, frames: 6, states: 2, cells, boundary, rule: null }
}

const settings: ReadonlyArray<Setting> = [31, 32, 70].flatMap((width) =>
  (["torus", "dead", "unknown"] as const).flatMap((boundary) =>
    [1, 2].map((stride): Setting => [width, boundary, stride])
  )
)

describe("words are compared as cells are", () => {
  it.each(settings)("%s cells a row, border %s, %s generations a frame", (...setting) => {
    for (const family of [lifeLike, map]) {
      const truth = randomRule(family, setting.join(" "))
      const rule = { family, labels: truth.labels.map((label, index) => (index % 7 === 3 ? undetermined : label)) }
      const filled = { family, labels: rule.labels.map((label) => (label === undetermined ? 0 : label)) }
      const recording = spoilt(truth, setting, setting.join(" "))
      const [width, , stride] = setting
      let [decided, undecided, contradicted, exact] = [0, 0, 0, 0]
      const places: Array<string> = []
      for (let t = 0; t < 5; t++) {
        const said = after(rule, frameOf(recording, t), height, setting)
        const could = after(filled, frameOf(recording, t), height, setting)
        let wrong = 0
        for (const [at, seen] of frameOf(recording, t + 1).entries()) {
          if (seen === unobserved) continue
          if (said[at] === unobserved) undecided += could[at] === unobserved ? 0 : 1
          else decided++
          if (said[at] === unobserved || said[at] === seen) continue
          wrong++
          places.push(`${t + 1} ${at % width} ${Math.floor(at / width)}`)
        }
        contradicted += wrong
        if (wrong === 0) exact++
      }
      const claim = { ...plainly(rule), stride }
      const found = oneStep(claim, [observeAll(recording)], 9)
      assert.deepInclude(found, { decided, undecided, contradicted, exactTransitions: exact, transitions: 5 })
      assert.deepStrictEqual(
        found.contradictions.map(({ frame, x, y }) => `${frame} ${x} ${y}`),
        places.slice(0, 9)
      )

      let now = frameOf(recording, 0)
      let agreed = 0
      for (; agreed < 5; agreed++) {
        now = after(rule, now, height, setting)
        const seen = frameOf(recording, agreed + 1)
        const known = [...now.keys()].filter((at) => now[at] !== unobserved && seen[at] !== unobserved)
        if (known.length === 0 || known.some((at) => now[at] !== seen[at])) break
      }
      assert.strictEqual(replay(claim, [observeAll(recording)])!.exact, agreed)
    }
  })
})
