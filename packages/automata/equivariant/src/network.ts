import { type Trainable } from "@rulescope/census-network"
import {
  activateLayer,
  activationWeights,
  affine,
  type Forward,
  glorotUniform,
  heUniform,
  type ParametricActivation,
  type Tensor,
  zeros
} from "@rulescope/tensor"
import { type Action, type FiniteGroup, neighbourhood } from "@rulescope/lattice"
import { convolutionSpread, convolveGrids, liftGrids, poolGrids } from "./layers/grids.ts"
import {
  convolvedSpread,
  convolvePatches,
  liftPatches,
  mixPatches,
  poolGroup,
  regularSpread
} from "./layers/patches.ts"
import type { Views } from "./views.ts"

/**
 * Size of a network: lifting convolution, a second convolution where there is one, group convolutions, the mean over the
 * group, one pointwise layer, logits.
 */
export interface NetworkShape {
  /** Channels of every hidden layer, for each element of the group before the mean. */
  readonly width: number
  /** Group convolutions without spatial extent after those with it. */
  readonly depth: number
  /** After every layer but the last. */
  readonly activation: ParametricActivation
}

const groupLayers = (depth: number): ReadonlyArray<string> => Array.from({ length: depth }, (_, i) => `group${i + 1}`)

const second = "lifting2"

/**
 * Initial weights for inputs of `inputs` = size · channels numbers as one element sees them; `on` is how the group acts
 * on the kernel of a second convolution, null without one.
 */
export const initialWeights =
  (
    { activation, depth, width }: NetworkShape,
    { order }: FiniteGroup,
    inputs: number,
    states: number,
    on: Action | null = null
  ): Trainable["initialise"] =>
  (seed) => [
    ...[
      ["lifting", inputs] as const,
      ...(on === null ? [] : [[second, on.cells.offsets.length * order * width] as const]),
      ...groupLayers(depth).map((name) => [name, order * width] as const),
      ["pointwise", width] as const
    ].flatMap(([name, fanIn]) => {
      return [
        heUniform(`${name}.kernel`, [fanIn, width], seed),
        zeros(`${name}.bias`, [width]),
        ...activationWeights(activation, name, width)
      ]
    }),
    glorotUniform("outcome.kernel", [width, states], seed),
    zeros("outcome.bias", [states])
  ]

/**
 * The network on patches: inputs of shape patches × order × (size · channels), as `lookAt` gives, to logits; with a
 * second convolution on the cells of `on` the patches that these see stand side by side, patches × cells × order × ….
 */
export const patchForward = (
  { activation, depth }: NetworkShape,
  group: FiniteGroup,
  on: Action | null = null
): Forward => {
  const regular = regularSpread(group)
  const convolved = on === null ? null : convolvedSpread(on)
  return (tf, weight, inputs) => {
    const act = (name: string, x: Tensor): Tensor => activateLayer(tf, activation, weight, name, x)
    const parameters = (name: string) => [weight(`${name}.kernel`), weight(`${name}.bias`)] as const
    const [order, wide] = inputs.shape.slice(-2) as [number, number]
    const seen = tf.transpose(tf.reshape(inputs, [inputs.size / (order * wide), order, wide]), [1, 0, 2])
    const lifted = act("lifting", liftPatches(tf, seen, ...parameters("lifting")))
    const gathered =
      convolved === null ? lifted : act(second, convolvePatches(tf, convolved, lifted, ...parameters(second)))
    const mixed = groupLayers(depth).reduce(
      (x, name) => act(name, mixPatches(tf, regular, x, ...parameters(name))),
      gathered
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
export const gridForward = ({ activation, depth }: NetworkShape, views: Views, on: Action | null = null): Forward => {
  const { group } = views
  const spatial = on === null ? null : convolutionSpread(on)
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
    const gathered = on === null ? lifted : act(second, convolveGrids(tf, on, spatial!, lifted, ...parameters(second)))
    const mixed = groupLayers(depth).reduce(
      (x, name) => act(name, convolveGrids(tf, still, turned, x, ...parameters(name))),
      gathered
    )
    const pooled = poolGrids(tf, group, mixed)
    return affine(tf, weight, "outcome", act("pointwise", affine(tf, weight, "pointwise", pooled)))
  }
}
