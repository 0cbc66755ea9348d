import {
  activateLayer,
  activationWeights,
  affine,
  type Forward,
  glorotUniform,
  heUniform,
  type ParametricActivation,
  type Tensor,
  type Trainable,
  zeros
} from "@rulescope/tensor"
import { neighbourhood } from "@rulescope/automata"
import type { Action } from "./action.ts"
import type { FiniteGroup } from "./group.ts"
import { convolutionSpread, convolveGrids, liftGrids, poolGrids } from "./layers/grids.ts"
import { liftPatches, mixPatches, poolGroup, regularSpread } from "./layers/patches.ts"
import type { Views } from "./views.ts"

/** Size of a network: lifting convolution, group convolutions, the mean over the group, one pointwise layer, logits. */
export interface NetworkShape {
  /** Channels of every hidden layer, for each element of the group before the mean. */
  readonly width: number
  /** Group convolutions after the lifting convolution. */
  readonly depth: number
  /** After every layer but the last. */
  readonly activation: ParametricActivation
}

const groupLayers = (depth: number): ReadonlyArray<string> => Array.from({ length: depth }, (_, i) => `group${i + 1}`)

/** Initial weights for inputs of `inputs` = size · channels numbers as one element sees them. */
export const initialWeights =
  (
    { activation, depth, width }: NetworkShape,
    { order }: FiniteGroup,
    inputs: number,
    states: number
  ): Trainable["initialise"] =>
  (seed) => [
    ...["lifting", ...groupLayers(depth), "pointwise"].flatMap((name) => {
      const fanIn = name === "lifting" ? inputs : name === "pointwise" ? width : order * width
      return [
        heUniform(`${name}.kernel`, [fanIn, width], seed),
        zeros(`${name}.bias`, [width]),
        ...activationWeights(activation, name, width)
      ]
    }),
    glorotUniform("outcome.kernel", [width, states], seed),
    zeros("outcome.bias", [states])
  ]

/** The network on patches: inputs of shape patches × order × (size · channels), as `lookAt` gives, to logits. */
export const patchForward = ({ activation, depth }: NetworkShape, group: FiniteGroup): Forward => {
  const regular = regularSpread(group)
  return (tf, weight, inputs) => {
    const act = (name: string, x: Tensor): Tensor => activateLayer(tf, activation, weight, name, x)
    const parameters = (name: string) => [weight(`${name}.kernel`), weight(`${name}.bias`)] as const
    const lifted = act("lifting", liftPatches(tf, tf.transpose(inputs, [1, 0, 2]), ...parameters("lifting")))
    const mixed = groupLayers(depth).reduce(
      (x, name) => act(name, mixPatches(tf, regular, x, ...parameters(name))),
      lifted
    )
    const pooled = poolGroup(tf, mixed)
    return affine(tf, weight, "outcome", act("pointwise", affine(tf, weight, "pointwise", pooled)))
  }
}

const cellAlone = neighbourhood("cell", 2, [[0, 0]])

/** A group that leaves the one cell it acts on where it is: a group convolution without spatial extent. */
const standingStill = (group: FiniteGroup): Action => ({
  group,
  cells: cellAlone,
  permutations: Array.from({ length: group.order }, () => [0])
})

/**
 * The same network, with the same weights, on whole tori: inputs of shape grids × height × width × channels, to
 * logits of shape (grids · height · width) × states. Sums are taken in another order than on patches, so the two
 * agree up to rounding.
 */
export const gridForward = ({ activation, depth }: NetworkShape, views: Views): Forward => {
  const { group } = views
  const still = standingStill(group)
  const turned = convolutionSpread(still)
  return (tf, weight, inputs) => {
    const parameters = (name: string) => [weight(`${name}.kernel`), weight(`${name}.bias`)] as const
    // Channels last, so that parameters of the nonlinearity are shared by all elements.
    const act = (name: string, x: Tensor): Tensor => {
      const byElement = tf.reshape(x, [x.size / weight(`${name}.bias`).size, weight(`${name}.bias`).size])
      return tf.reshape(activateLayer(tf, activation, weight, name, byElement), x.shape)
    }
    const lifted = act("lifting", liftGrids(tf, views, inputs, ...parameters("lifting")))
    const mixed = groupLayers(depth).reduce(
      (x, name) => act(name, convolveGrids(tf, still, turned, x, ...parameters(name))),
      lifted
    )
    const pooled = poolGrids(tf, group, mixed)
    return affine(tf, weight, "outcome", act("pointwise", affine(tf, weight, "pointwise", pooled)))
  }
}
