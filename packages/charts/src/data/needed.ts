/** Cells → dead and → live that a class has to exceed for that next state to be accepted; null where nothing is asked. */
export interface Needed {
  readonly dead: number | null
  readonly live: number | null
}

interface Counts {
  readonly toDead: number
  readonly toLive: number
}

type Parameters = Readonly<Record<string, number>>

/** β · → dead, where the two compete. */
const dominance = (beta: number, { toDead, toLive }: Counts): Needed => ({
  dead: null,
  live: toDead > 0 && toLive > 0 ? beta * toDead : null
})

/**
 * The share of a case, `state→next`, times the cells: stated, or as many standard deviations of a binomial above the
 * noise floor of the case as the reading's strictness says (README of `inferrer-class-threshold`).
 */
const ofCase = (parameters: Parameters, counted: string, centre: number, next: number, cells: number) => {
  const given = parameters[`threshold ${centre}→${next}`]
  const floor = parameters[`${counted === "observations" ? "observed" : "predicted"} floor ${centre}→${next}`]
  if (cells === 0 || (given === undefined && floor === undefined)) return null
  const above = (share: number): number =>
    share + (parameters["strictness"] ?? 0) * Math.sqrt((share * (1 - share)) / cells)
  const needed = (given ?? above(floor!)) * cells
  return needed > 0 ? needed : null
}

/** What an inferrer asks of a class of cells in state `centre`, from the numbers that it says it used. */
export const neededCounts = (parameters: Parameters, counted: string, centre: number, counts: Counts): Needed => {
  const { beta } = parameters
  if (beta !== undefined) return dominance(beta, counts)
  const cells = counts.toDead + counts.toLive
  return {
    dead: ofCase(parameters, counted, centre, 0, cells),
    live: ofCase(parameters, counted, centre, 1, cells)
  }
}
