import { makeRandom } from "@rulescope/random"
import type { Weight } from "@rulescope/core"

/** An array whose values are made when they are first asked for, so that its shape alone costs nothing. */
const lazily = (name: string, shape: ReadonlyArray<number>, valuesOf: (size: number) => Float32Array): Weight => {
  let made: Float32Array | undefined
  return {
    name,
    shape,
    get values() {
      return (made ??= valuesOf(shape.reduce((product, length) => product * length, 1)))
    }
  }
}

const uniform = (name: string, shape: ReadonlyArray<number>, bound: number, seed: string): Weight =>
  lazily(name, shape, (length) => {
    const random = makeRandom(`${seed}/${name}`)
    return Float32Array.from({ length }, () => (2 * random.uniform() - 1) * bound)
  })

const fans = (shape: ReadonlyArray<number>): readonly [into: number, out: number] => [
  shape.slice(0, -1).reduce((product, length) => product * length, 1),
  shape.at(-1)!
]

/**
 * Uniform in ±√(6 / inputs); the last axis of the shape are the outputs, all others inputs.
 * Keeps the size of activations through rectifiers and their smooth relatives.
 *
 * Source: He et al. (2015), Delving Deep into Rectifiers, equation 10.
 * Departs from source: uniform, not normal, as arithmetic alone is the same to the bit on every machine.
 */
export const heUniform = (name: string, shape: ReadonlyArray<number>, seed: string): Weight =>
  uniform(name, shape, Math.sqrt(6 / fans(shape)[0]), seed)

/**
 * Uniform in ±√(6 / (inputs + outputs)), for layers without a rectifier.
 *
 * Source: Glorot & Bengio (2010), equation 16.
 */
export const glorotUniform = (name: string, shape: ReadonlyArray<number>, seed: string): Weight => {
  const [into, out] = fans(shape)
  return uniform(name, shape, Math.sqrt(6 / (into + out)), seed)
}

export const zeros = (name: string, shape: ReadonlyArray<number>): Weight => filled(name, shape, 0)

export const filled = (name: string, shape: ReadonlyArray<number>, value: number): Weight =>
  lazily(name, shape, (size) => new Float32Array(size).fill(value))
