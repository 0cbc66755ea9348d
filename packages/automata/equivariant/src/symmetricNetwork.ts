import {
  actionOn,
  explainConflict,
  type FiniteGroup,
  type GroupId,
  largestSymmetry,
  type Neighbourhood,
  orbitConflicts,
  orbitsOf
} from "@rulescope/lattice"
import {
  type CensusNetwork,
  encodeCells,
  type FieldConfig,
  fieldOf,
  kernelOf,
  patchIndices,
  pickCells,
  planesOf,
  type Settings,
  type Trainable,
  weightedRows
} from "@rulescope/census-network"
import { type Inputs } from "@rulescope/tensor"
import { initialWeights, type NetworkShape, patchForward } from "./network.ts"
import { foldOrbits } from "./orbitCensus.ts"
import { type Look, lookAt, type Views } from "./views.ts"

/** Backbone to go to, by the largest symmetry that the data allow. */
const backboneFor: Readonly<Partial<Record<GroupId, string>>> = { C4: "p4", D4: "p4", C8: "p8", D8: "p8" }

/** From cells of the field to what every element sees of them: of one kernel, or of every kernel that a second one reads. */
const inputsOf =
  (look: Look, field: Neighbourhood, kernel: Neighbourhood, convolutions: 1 | 2, states: number) =>
  (cells: Uint8Array): Inputs => {
    const planes = planesOf(states)
    const patches = convolutions === 1 ? cells : pickCells(cells, field.offsets.length, patchIndices(field, kernel))
    const shape = [look.group.order, look.size * planes]
    return {
      shape: convolutions === 1 ? shape : [kernel.offsets.length, ...shape],
      values: lookAt(look, encodeCells(patches, states), planes)
    }
  }

/** Configuration of a network with a symmetry. */
export type SymmetricConfig = NetworkShape &
  Settings &
  FieldConfig & { readonly weighting: number; readonly convolutions?: 1 | 2 }

/** What tells one network with a symmetry from another. */
export interface Symmetry<C> extends Pick<CensusNetwork<C>, "id" | "config"> {
  readonly group: FiniteGroup
  /** What the network turns by, e.g. "quarter turns". */
  readonly turns: string
  /** How the group looks at the cells of a kernel; null where it cannot act on them. */
  readonly views: (config: C, cells: Neighbourhood) => Views | null
}

/**
 * A network that is invariant under a group, trained on the census added up over the group's orbits. Refuses a
 * neighbourhood that the group cannot turn, and a census that contradicts the symmetry beyond its noise.
 */
export const symmetricNetwork = <C extends SymmetricConfig>({
  config: schema,
  group,
  id,
  turns,
  views: viewsOf
}: Symmetry<C>): CensusNetwork<C> => ({
  id,
  config: schema,
  field: ({ convolutions = 1, kernel }, rule) => fieldOf(kernelOf(kernel, rule), convolutions),
  build: (config, census) => {
    const { neighbourhood, states } = census
    const { convolutions = 1 } = config
    const kernel = kernelOf(config.kernel, neighbourhood)
    const views = viewsOf(config, kernel)
    const exact = views === null ? null : actionOn(views.exact, neighbourhood)
    if (views === null || exact === null) {
      const cells = views === null ? kernel : neighbourhood
      const reason = `${turns} do not map the neighbourhood ${cells.id} onto itself`
      return { reason, remedy: 'use the backbone "cnn"' }
    }
    const conflict = explainConflict(census, orbitConflicts(census, exact))
    if (conflict !== null) {
      const remedy = `use the backbone "${backboneFor[largestSymmetry(census).group] ?? "cnn"}"`
      return { reason: `${id} cannot represent this rule: ${conflict}`, remedy }
    }
    const folded = foldOrbits(census, orbitsOf(exact, states))
    const rows = weightedRows(folded, config.weighting)
    const on = convolutions === 1 ? null : actionOn(group.id, kernel)
    const trainable: Trainable = {
      rows: { ...rows, members: rows.patterns.map((pattern) => folded.observed.get(pattern)!) },
      initialise: initialWeights(config, group, views.size * planesOf(states), states, on),
      forward: patchForward(config, group, on),
      inputs: inputsOf(views, fieldOf(kernel, convolutions), kernel, convolutions, states),
      constants: [{ name: "views", shape: [group.order, kernel.offsets.length, views.size], values: views.matrix }]
    }
    return trainable
  },
  restore: (config, { info, weights }, rule) => {
    const stored = weights.find(({ name }) => name === "views")
    const kernel = kernelOf(config.kernel, rule)
    const [order, cells, size, ...more] = stored?.shape ?? []
    if (
      stored === undefined ||
      size === undefined ||
      more.length > 0 ||
      order !== group.order ||
      cells !== kernel.offsets.length
    ) {
      return { reason: `the model has no views for ${group.order} turns of its kernel`, remedy: "train it again" }
    }
    const { convolutions = 1 } = config
    const look = { group, size, matrix: stored.values }
    const on = convolutions === 1 ? null : actionOn(group.id, kernel)
    return {
      forward: patchForward(config, group, on),
      initialise: initialWeights(config, group, size * planesOf(info.states), info.states, on),
      inputs: inputsOf(look, fieldOf(kernel, convolutions), kernel, convolutions, info.states)
    }
  }
})
