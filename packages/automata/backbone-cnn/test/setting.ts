import { type Census, emptyCensus, readRule, type Rule, ruleTable } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { Effect, Layer, Schema } from "effect"
import { Backend } from "@rulescope/tensor"
import { cnn, Config } from "../src/index.ts"
import { families, twoStates } from "@rulescope/testkit"

/** The backbone with all defaults but those changed, on one backend. */
export const cnnOn = (backend: "wasm" | "cpu", change: Partial<typeof Config.Encoded> = {}) =>
  cnn.layer(Schema.decodeSync(Config)(change)).pipe(Layer.provideMerge(Backend.layer(backend)))

/** Tensors alive. */
export const tensors = Effect.flatMap(Backend.Backend, ({ use }) => use).pipe(
  Effect.map(({ tf }) => tf.memory().numTensors),
  Effect.orDie
)

export const ruleOf = (text: string): Rule => {
  const read = readRule(twoStates, text)
  if (!read.ok) throw new Error(text)
  return read.value
}

export const randomRule = (family: string, seed: string): Rule => {
  const random = makeRandom(seed)
  const found = families.find(({ id }) => id === family)!
  return { family: found, labels: Uint8Array.from(found.classes, () => random.below(found.states)) }
}

/** Every pattern, or a random part of them, seen 1 to 10⁶ times, spread evenly over the decades. */
export const skewedCensus = (rule: Rule, seed: string, part = 1): Census => {
  const random = makeRandom(seed)
  const census = emptyCensus(rule.family.neighbourhood, rule.family.states)
  for (const [pattern, next] of ruleTable(rule).entries()) {
    const count = Math.floor(10 ** (6 * random.uniform()))
    if (random.uniform() < part || pattern === 0) census.counts[pattern * census.states + next] = Math.max(1, count)
  }
  return census
}
