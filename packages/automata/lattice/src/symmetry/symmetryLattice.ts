import type { Neighbourhood } from "../neighbourhood.ts"
import { type Action, actionsOn } from "./action.ts"
import type { GroupId } from "./group.ts"
import { freeOrbitCount, orbitCount } from "./orbitCount.ts"

/** One symmetry of a neighbourhood: a group, or all permutations of the cells around the centre. */
export interface SymmetryNode {
  readonly id: GroupId | "all"
  readonly title: string
  /** Number of elements of the group. */
  readonly order: number
  /** Number of classes of patterns that a rule with this symmetry cannot tell apart. */
  readonly orbits: number
  /** Steps from the trivial group, for drawing. */
  readonly level: number
}

/** Symmetries of one neighbourhood and which lies directly above which. */
export interface SymmetryLattice {
  readonly nodes: ReadonlyArray<SymmetryNode>
  /** Pairs [smaller, larger]: the first is a subgroup of the second with no symmetry listed between them. */
  readonly edges: ReadonlyArray<readonly [smaller: SymmetryNode["id"], larger: SymmetryNode["id"]]>
}

const titles: Readonly<Record<GroupId, string>> = {
  trivial: "no symmetry",
  D1: "mirror",
  C4: "quarter turns",
  D4: "quarter turns and mirrors (isotropic)",
  C6: "sixth turns",
  D6: "sixth turns and mirrors (isotropic)",
  C8: "eighth turns of the ring",
  D8: "eighth turns of the ring and mirrors"
}

const keys = ({ permutations }: Action): ReadonlySet<string> => new Set(permutations.map((p) => p.join()))

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))

/**
 * The symmetries of a neighbourhood with their numbers of orbits, smallest group first. Inclusions are found by
 * comparing the permutations, not declared. "all" permutes every cell but the centre: its rules are outer-totalistic
 * (Life-like for the Moore neighbourhood and two states).
 */
export const symmetryLattice = (cells: Neighbourhood, states: number): SymmetryLattice => {
  const actions = actionsOn(cells)
  const sets = actions.map(keys)
  const contains = (larger: number, smaller: number): boolean => [...sets[smaller]!].every((p) => sets[larger]!.has(p))
  const below = actions.map((_, i) => actions.flatMap((__, j) => (i !== j && contains(i, j) ? [j] : [])))
  const direct = below.map((under) => under.filter((j) => !under.some((k) => below[k]!.includes(j))))
  const levels: Array<number> = []
  for (const [i] of actions.entries()) levels.push(Math.max(0, ...direct[i]!.map((j) => levels[j]! + 1)))

  const around = cells.offsets.length - 1
  const tops = actions.map((_, i) => i).filter((i) => below.every((under) => !under.includes(i)))
  const all: SymmetryNode = {
    id: "all",
    title: "all permutations of the cells around (outer-totalistic)",
    order: factorial(around),
    orbits: freeOrbitCount(cells, states),
    level: Math.max(...levels) + 1
  }
  return {
    nodes: [
      ...actions.map((action, i) => ({
        id: action.group.id,
        title: titles[action.group.id],
        order: action.group.order,
        orbits: orbitCount(action, states),
        level: levels[i]!
      })),
      all
    ],
    edges: [
      ...direct.flatMap((under, i) => under.map((j) => [actions[j]!.group.id, actions[i]!.group.id] as const)),
      ...tops.map((i) => [actions[i]!.group.id, "all"] as const)
    ]
  }
}
