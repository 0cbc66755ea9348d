import { type Action, type FiniteGroup } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { Backend, type Forward, type Tensor } from "@rulescope/tensor"
import { Effect } from "effect"
import { initialWeights, type NetworkShape } from "../src/index.ts"

export const { tf } = await Effect.runPromise(
  Effect.flatMap(Backend.Backend, ({ use }) => use).pipe(Effect.provide(Backend.layer("wasm")))
)

/** Numbers in [-1, 1). */
export const numbers = (seed: string, length: number): Float32Array => {
  const random = makeRandom(seed)
  return Float32Array.from({ length }, () => 2 * random.uniform() - 1)
}

/** Cells as the networks read them, -1 and 1. */
export const cellsOf = (seed: string, length: number): Float32Array => numbers(seed, length).map((x) => Math.sign(x))

export const tensor = (seed: string, ...shape: Array<number>): Tensor =>
  tf.tensor(
    numbers(
      seed,
      shape.reduce((a, b) => a * b, 1)
    ),
    shape
  )

/** Largest difference, relative to the largest value. */
export const difference = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  if (a.length !== b.length) return Infinity
  let [most, size] = [0, 0]
  for (let i = 0; i < a.length; i++) {
    most = Math.max(most, Math.abs(a[i]! - b[i]!))
    size = Math.max(size, Math.abs(a[i]!))
  }
  return most / size
}

/** Weights of a network with biases that are not 0, as `Forward` asks for them. */
export const weightsOf = (shape: NetworkShape, group: FiniteGroup, inputs: number, on: Action | null = null) => {
  const byName = new Map(
    initialWeights(
      shape,
      group,
      inputs,
      2,
      on
    )("weights").map(({ name, shape: size, values }) => [
      name,
      name.endsWith(".bias") ? tensor(name, ...size) : tf.tensor(values, [...size])
    ])
  )
  return (name: string): Tensor => byName.get(name)!
}

export const apply = (forward: Forward, weight: (name: string) => Tensor, inputs: Tensor): Float32Array =>
  tf.tidy(() => forward(tf, weight, inputs).dataSync() as Float32Array)
