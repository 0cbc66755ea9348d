import type { Asked, ClassEstimate } from "@rulescope/automata"

/** Cells → dead and → live that a class has to exceed for that next state to be accepted; null where nothing is asked. */
export interface Needed {
  readonly dead: number | null
  readonly live: number | null
}

/** What was asked of a class in the table that is drawn; undefined where the estimate says nothing of it. */
export const askedIn = ({ asked }: ClassEstimate, counted: Asked["counted"]): Asked | undefined =>
  asked?.find((one) => one.counted === counted)

const positive = (count: number | null | undefined): number | null => (count != null && count > 0 ? count : null)

/** What the two bars of a class have to exceed. With more states the dead bar is a sum, of which nothing is asked. */
export const neededOf = (asked: Asked | undefined): Needed => ({
  dead: asked?.next.length === 2 ? positive(asked.next[0]) : null,
  live: positive(asked?.next[1])
})

/** Cells asked of every class alike; null where nothing is, or not the same of all. */
export const alphaOf = (asked: ReadonlyArray<Asked | undefined>): number | null => {
  const all = new Set(asked.map((one) => one?.cells ?? null))
  return all.size === 1 ? [...all][0]! : null
}
