import type { Neighbourhood } from "@rulescope/lattice"
import type { Weight } from "@rulescope/core"
import { encodeCells, patchIndices, pickCells, planesOf } from "@rulescope/census-network"
import {
  activateLayer,
  activationWeights,
  affine,
  type Forward,
  glorotUniform,
  heUniform,
  type Inputs,
  type Tensor,
  zeros
} from "@rulescope/tensor"
import type { Config } from "./Config.ts"

/** What decides the shape of a network. */
export type Shape = Pick<Config, "activation" | "convolutions" | "depth" | "lastWidth" | "logits" | "width">

const second = "neighbourhood2"
const pointwise = (depth: number): ReadonlyArray<string> => Array.from({ length: depth }, (_, i) => `pointwise${i + 1}`)

/**
 * The network on patches: a convolution over the kernel is a dense layer on its cells, and a 1×1 convolution a dense
 * layer on channels. A second convolution reads what the first makes at each of its positions. Inputs as `inputsOf` gives.
 */
export const forward =
  ({ activation, convolutions, depth, logits }: Omit<Shape, "lastWidth" | "width">): Forward =>
  (tf, weight, inputs) => {
    const layer = (x: Tensor, name: string): Tensor =>
      activateLayer(tf, activation, weight, name, affine(tf, weight, name, x))
    const wide = inputs.shape.at(-1)!
    let features = layer(tf.reshape(inputs, [inputs.size / wide, wide]), "neighbourhood")
    if (convolutions === 2) {
      features = layer(tf.reshape(features, [inputs.shape[0], features.size / inputs.shape[0]]), second)
    }
    const outcome = affine(tf, weight, "outcome", pointwise(depth).reduce(layer, features))
    return logits === "each" ? outcome : tf.concat([tf.zeros([outcome.shape[0], 1]), outcome], 1)
  }

/** Initial weights; a kernel has its rows in the order of its cells, plane by plane or channel by channel. */
export const initialise =
  ({ activation, convolutions, depth, lastWidth, logits, width }: Shape, kernel: number, states: number) =>
  (seed: string): ReadonlyArray<Weight> => {
    // Inputs that a layer has for each channel of the one before; the first reads cells.
    const layers: ReadonlyArray<readonly [name: string, copies: number]> = [
      ["neighbourhood", kernel],
      ...(convolutions === 2 ? [[second, kernel] as const] : []),
      ...pointwise(depth).map((name) => [name, 1] as const)
    ]
    const widths = layers.map((_, i) => (i === layers.length - 1 && lastWidth > 0 ? lastWidth : width))
    const channels = [planesOf(states), ...widths]
    const ends = logits === "each" ? states : states - 1
    return [
      ...layers.flatMap(([name, copies], i) => [
        heUniform(`${name}.kernel`, [copies * channels[i]!, widths[i]!], seed),
        zeros(`${name}.bias`, [widths[i]!]),
        ...activationWeights(activation, name, widths[i]!)
      ]),
      glorotUniform("outcome.kernel", [channels.at(-1)!, ends], seed),
      zeros("outcome.bias", [ends])
    ]
  }

/** From cells of the field to what the first convolution reads: at one position, or at every position of the second. */
export const inputsOf =
  (field: Neighbourhood, kernel: Neighbourhood, convolutions: 1 | 2, states: number) =>
  (cells: Uint8Array): Inputs => {
    const wide = kernel.offsets.length * planesOf(states)
    if (convolutions === 1) return { shape: [wide], values: encodeCells(cells, states) }
    const patches = pickCells(cells, field.offsets.length, patchIndices(field, kernel))
    return { shape: [kernel.offsets.length, wide], values: encodeCells(patches, states) }
  }
