import type { Weight } from "@rulescope/core"
import {
  affine,
  differentiable,
  glorotUniform,
  type Lookup,
  type Tensor,
  type TensorFlow,
  zeros
} from "@rulescope/tensor"
import type { Config } from "./Config.ts"
import type { Frame } from "./frame.ts"
import { noiseNumbers, turned } from "./parts.ts"
import { inputWidth, placesOf } from "./states.ts"

/** What decides the shape of a network. */
export type Shape = Pick<Config, "depth" | "noise" | "noiseWidth" | "width">

const hidden = (depth: number): ReadonlyArray<string> => Array.from({ length: depth }, (_, i) => `drift${i + 1}`)

/** Initial weights; both ends begin at 0: the mean velocity and the noise of the frame, everywhere. */
export const initialise = ({ depth, noise, noiseWidth, width }: Shape, frame: Frame, seed: string) => {
  const into = inputWidth(frame)
  const d = frame.space.coordinates.length
  const numbers = noiseNumbers(noise, d)
  const layer = (name: string, from: number, to: number): ReadonlyArray<Weight> => [
    glorotUniform(`${name}.kernel`, [from, to], seed),
    zeros(`${name}.bias`, [to])
  ]
  const end = (name: string, from: number, to: number): ReadonlyArray<Weight> => [
    zeros(`${name}.kernel`, [from, to]),
    zeros(`${name}.bias`, [to])
  ]
  return [
    ...hidden(depth).flatMap((name, i) => layer(name, i === 0 ? into : width, width)),
    ...end("drift", width, d),
    ...(noiseWidth === 0
      ? [zeros("noise.bias", [numbers])]
      : [...layer("noise1", into, noiseWidth), ...end("noise", noiseWidth, numbers)])
  ]
}

/**
 * Where a drift leads in one interval, of what a network reads: phases turn, reals move. Differentiated as one with
 * respect to the drift: the derivative of the sine of a turned phase is its cosine.
 */
const moved = (tf: TensorFlow, frame: Frame, inputs: Tensor, drift: Tensor): Tensor => {
  const { interval, scale, space, spread, velocity } = frame
  const d = space.coordinates.length
  const order = [...placesOf(frame, "phase"), ...placesOf(frame, "real")]
  const phases = placesOf(frame, "phase").length
  const reals = order.length - phases
  const kernel = new Float32Array(d * d)
  for (const [i, k] of order.entries()) kernel[k * d + i] = (interval * spread[k]!) / scale[k]!
  const pattern = { shape: [d, d] as const, values: kernel }
  const [lead, back] = [pattern, turned(pattern)].map(({ shape, values }) => tf.tensor2d(values, [...shape]))
  const still = tf.tensor1d(Float32Array.from(order, (k) => (interval * velocity[k]!) / scale[k]!))
  const columns = (x: Tensor, from: number, count: number): Tensor => tf.slice(x, [0, from], [-1, count])
  return differentiable(
    tf,
    drift,
    (save) => {
      const step = tf.add(tf.matMul(drift, lead!), still)
      const parts: Array<Tensor> = []
      if (phases > 0) {
        const [sine, cosine] = [columns(inputs, 0, phases), columns(inputs, phases, phases)]
        const turn = columns(step, 0, phases)
        const [s, c] = [tf.sin(turn), tf.cos(turn)]
        parts.push(tf.add(tf.mul(sine, c), tf.mul(cosine, s)), tf.sub(tf.mul(cosine, c), tf.mul(sine, s)))
      }
      if (reals > 0) parts.push(tf.add(columns(inputs, 2 * phases, reals), columns(step, phases, reals)))
      const there = tf.concat(parts, 1)
      save([there, back!])
      return there
    },
    (dy, [there, back]) => {
      const slopes: Array<Tensor> = []
      if (phases > 0) {
        const [sine, cosine] = [columns(there!, 0, phases), columns(there!, phases, phases)]
        slopes.push(tf.sub(tf.mul(columns(dy, 0, phases), cosine), tf.mul(columns(dy, phases, phases), sine)))
      }
      if (reals > 0) slopes.push(columns(dy, 2 * phases, reals))
      return tf.matMul(tf.concat(slopes, 1), back!)
    }
  )
}

/** What a network says of states, in the units of the frame; rows × …. */
export interface Said {
  /** f(x). */
  readonly drift: Tensor
  /** E[Δx | x] over the interval, divided by it. */
  readonly mean: Tensor
  /** Numbers that describe the noise; see `noiseNumbers`. */
  readonly noise: Tensor
}

/** Logarithms of deviations lie within this of the frame's: no bin that was visited once makes the noise vanish. */
const reach = 3

/** Drift and noise of a frame's flow at what `inputsOf` gives. */
export const network =
  (config: Pick<Config, "depth" | "mean" | "noiseWidth">, frame: Frame) =>
  (tf: TensorFlow, weight: Lookup, inputs: Tensor): Said => {
    const driftAt = (x: Tensor): Tensor => {
      const features = hidden(config.depth).reduce((h, name) => tf.tanh(affine(tf, weight, name, h)), x)
      return affine(tf, weight, "drift", features)
    }
    const drift = driftAt(inputs)
    const mean =
      config.mean === "euler" ? drift : tf.mul<Tensor>(0.5, tf.add(drift, driftAt(moved(tf, frame, inputs, drift))))
    const free =
      config.noiseWidth === 0
        ? tf.add<Tensor>(tf.zeros([inputs.shape[0], 1]), weight("noise.bias"))
        : affine(tf, weight, "noise", tf.tanh(affine(tf, weight, "noise1", inputs)))
    return { drift, mean, noise: tf.mul(reach, tf.tanh(tf.div(free, reach))) }
  }
