import type { Neighbourhood } from "@rulescope/automata"
import {
  type CensusNetwork,
  encodePatterns,
  type Inputs,
  planesOf,
  type Settings,
  type Trainable,
  weightedRows
} from "@rulescope/tensor"
import { actionOn } from "./action.ts"
import { explainConflict, largestSymmetry, orbitConflicts } from "./conflicts.ts"
import type { FiniteGroup, GroupId } from "./group.ts"
import { initialWeights, type NetworkShape, patchForward } from "./network.ts"
import { foldOrbits, orbitsOf } from "./orbitCensus.ts"
import { type Look, lookAt, type Views } from "./views.ts"

/** Backbone to go to, by the largest symmetry that the data allow. */
const backboneFor: Readonly<Record<GroupId, string>> = { trivial: "cnn", C4: "p4", D4: "p4", C8: "p8", D8: "p8" }

const inputsOf =
  (look: Look, cells: number, states: number) =>
  (patterns: ReadonlyArray<number>): Inputs => ({
    shape: [look.group.order, look.size * planesOf(states)],
    values: lookAt(look, encodePatterns(patterns, cells, states), planesOf(states))
  })

/** Configuration of a network with a symmetry. */
export type SymmetricConfig = NetworkShape & Settings & { readonly weighting: number }

/** What tells one network with a symmetry from another. */
export interface Symmetry<C> extends Pick<CensusNetwork<C>, "id" | "config"> {
  readonly group: FiniteGroup
  /** What the network turns by, e.g. "quarter turns". */
  readonly turns: string
  /** Null for a neighbourhood that the group cannot act on. */
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
  build: (config, census) => {
    const { neighbourhood, states } = census
    const views = viewsOf(config, neighbourhood)
    if (views === null) {
      const reason = `${turns} do not map the neighbourhood ${neighbourhood.id} onto itself`
      return { reason, remedy: 'use the backbone "cnn"' }
    }
    const exact = actionOn(views.exact, neighbourhood)!
    const conflict = explainConflict(census, orbitConflicts(census, exact))
    if (conflict !== null) {
      const remedy = `use the backbone "${backboneFor[largestSymmetry(census).group]}"`
      return { reason: `${id} cannot represent this rule: ${conflict}`, remedy }
    }
    const folded = foldOrbits(census, orbitsOf(exact, states))
    const rows = weightedRows(folded, config.weighting)
    const trainable: Trainable = {
      rows: { ...rows, patternsPerRow: rows.patterns.map((pattern) => folded.observed[pattern]!) },
      initialise: initialWeights(config, group, views.size * planesOf(states), states),
      forward: patchForward(config, group),
      inputs: inputsOf(views, neighbourhood.offsets.length, states),
      constants: [
        { name: "views", shape: [group.order, neighbourhood.offsets.length, views.size], values: views.matrix }
      ]
    }
    return trainable
  },
  restore: (config, { info, weights }) => {
    const stored = weights.find(({ name }) => name === "views")
    if (stored === undefined || stored.shape[0] !== group.order) {
      return { reason: `the model has no views for ${group.order} turns`, remedy: "train it again" }
    }
    const [, cells, size] = stored.shape as readonly [number, number, number]
    return {
      forward: patchForward(config, group),
      inputs: inputsOf({ group, size, matrix: stored.values }, cells, info.states)
    }
  }
})
