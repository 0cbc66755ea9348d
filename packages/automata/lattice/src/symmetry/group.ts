/** Names of the groups that act on neighbourhoods: turns (C) and turns with mirrors (D), by the number of turns. */
export const groupIds = ["trivial", "D1", "C4", "D4", "C6", "D6", "C8", "D8"] as const
export type GroupId = (typeof groupIds)[number]

/**
 * A finite group as data. Element `f * turns + t` is mᶠ rᵗ, t smallest turns and then the mirror when f is 1;
 * element 0 is the identity.
 */
export interface FiniteGroup {
  readonly id: GroupId
  /** Number of elements. */
  readonly order: number
  /** Number of turns among the elements. */
  readonly turns: number
  /** Name of every element: e, r, r2, …, m, mr, mr2, …. */
  readonly elements: ReadonlyArray<string>
  /** `product[g * order + h]` = g h. */
  readonly product: Uint8Array
  /** `inverse[g]`. */
  readonly inverse: Uint8Array
  /** Elements whose products are all elements: the smallest turn, then the mirror where there is one. */
  readonly generators: ReadonlyArray<number>
}

/** The cyclic (`mirrors` false) or dihedral group of `turns` turns: m r = r⁻¹ m. */
const makeGroup = (id: GroupId, turns: number, mirrors: boolean): FiniteGroup => {
  const order = turns * (mirrors ? 2 : 1)
  const all = Array.from({ length: order }, (_, g) => ({ turn: g % turns, mirrored: g >= turns }))
  const at = (turn: number, mirrored: boolean): number => ((turn + 2 * turns) % turns) + (mirrored ? turns : 0)
  return {
    id,
    order,
    turns,
    elements: all.map(
      ({ mirrored, turn }) => `${mirrored ? "m" : ""}${turn === 0 ? "" : turn === 1 ? "r" : `r${turn}`}` || "e"
    ),
    product: Uint8Array.from(
      all.flatMap((g) => all.map((h) => at((h.mirrored ? -g.turn : g.turn) + h.turn, g.mirrored !== h.mirrored)))
    ),
    inverse: Uint8Array.from(all, ({ mirrored, turn }) => at(mirrored ? turn : -turn, mirrored)),
    generators: [...(turns > 1 ? [1] : []), ...(mirrors ? [turns] : [])]
  }
}

const groups: Readonly<Record<GroupId, FiniteGroup>> = {
  trivial: makeGroup("trivial", 1, false),
  D1: makeGroup("D1", 1, true),
  C4: makeGroup("C4", 4, false),
  D4: makeGroup("D4", 4, true),
  C6: makeGroup("C6", 6, false),
  D6: makeGroup("D6", 6, true),
  C8: makeGroup("C8", 8, false),
  D8: makeGroup("D8", 8, true)
}

export const groupById = (id: GroupId): FiniteGroup => groups[id]
