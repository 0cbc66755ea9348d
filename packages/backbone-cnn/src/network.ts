import type { Weight } from "@rulescope/core"
import { activate, affine, type Forward, glorotUniform, heUniform, planesOf, zeros } from "@rulescope/tensor"
import type { Config } from "./Config.ts"

const hidden = (depth: number): ReadonlyArray<string> => [
  "neighbourhood",
  ...Array.from({ length: depth }, (_, i) => `pointwise${i + 1}`)
]

/**
 * The network on patches: a convolution over the neighbourhood is a dense layer on its cells, and a 1×1
 * convolution a dense layer on channels. Inputs of shape rows × (cells · planes), as `encodePatterns` gives.
 */
export const forward =
  ({ activation, depth }: Pick<Config, "activation" | "depth">): Forward =>
  (tf, weight, inputs) => {
    const features = hidden(depth).reduce((x, name) => activate(tf, activation, affine(tf, weight, name, x)), inputs)
    return affine(tf, weight, "outcome", features)
  }

/** Initial weights; `neighbourhood.kernel` has its rows in the order of the neighbourhood's offsets, plane by plane. */
export const initialise =
  ({ depth, width }: Pick<Config, "depth" | "width">, cells: number, states: number) =>
  (seed: string): ReadonlyArray<Weight> => [
    ...hidden(depth).flatMap((name, index) => [
      heUniform(`${name}.kernel`, [index === 0 ? cells * planesOf(states) : width, width], seed),
      zeros(`${name}.bias`, [width])
    ]),
    glorotUniform("outcome.kernel", [width, states], seed),
    zeros("outcome.bias", [states])
  ]
