import { takeCensus } from "./census/census.ts"
import { type EdgeCell, edgeCells, sumOut } from "./edges.ts"
import type { Neighbourhood } from "./neighbourhood.ts"
import type { Boundary, Recording } from "./recording.ts"

/** How the edge cells fare under one assumption about what lies beyond. */
export interface BoundaryScore {
  readonly boundary: "torus" | "dead"
  /** Edge cells whose pattern, completed under the assumption, the interior has shown. */
  readonly judged: number
  /** Of these, how many did not do what the interior's majority does. */
  readonly contradicted: number
  /**
   * How much better the assumption predicts the edge cells than their visible cells alone do: logarithm of the
   * likelihood ratio, in nats.
   */
  readonly advantage: number
}

export interface BoundaryDecision {
  readonly boundary: Boundary
  /** Torus, then dead. */
  readonly scores: ReadonlyArray<BoundaryScore>
  /** One sentence for people. */
  readonly because: string
}

/** By how many nats an assumption must beat the others; far more than independent cells would need, because frozen edges repeat themselves. */
const margin = 20

/** Edge cells that are alike, and how many there are. */
interface Kind {
  readonly cell: EdgeCell
  cells: number
}

/** Equal edge cells together, each kind with how many there are; a long recording has few kinds. */
const alike = (all: Iterable<EdgeCell>): ReadonlyArray<Kind> => {
  const kinds = new Map<number, Map<number, Kind>>()
  for (const cell of all) {
    // Completed by the far side the pattern tells the one completed by dead cells; without, it is that one.
    const number = (cell.torus >= 0 ? 2 * cell.torus : 2 * cell.dead + 1) * 256 + cell.next
    let ofBorder = kinds.get(cell.beyond)
    if (ofBorder === undefined) kinds.set(cell.beyond, (ofBorder = new Map()))
    const kind = ofBorder.get(number)
    if (kind === undefined) ofBorder.set(number, { cell, cells: 1 })
    else kind.cells++
  }
  return [...kinds.values()].flatMap((ofBorder) => [...ofBorder.values()])
}

/**
 * Decides what lies beyond the edges from the data alone, without a family.
 *
 * The interior shows what follows each pattern. From that an edge cell's outcome is predicted three times: from
 * its pattern completed as on a torus, completed with dead cells, and from its visible cells alone. Where the
 * completion has nothing to do with what really lies there it can only make predictions worse on average
 * (Gibbs's inequality), with or without noise. So an assumption holds that predicts better by 20 nats than the
 * visible cells alone and than the other assumption; when none does, the edges are left out ("unknown").
 */
export const decideBoundary = (
  neighbourhood: Neighbourhood,
  recording: Recording,
  transitions: ReadonlyArray<number>
): BoundaryDecision => {
  const { states } = recording
  const { counts } = takeCensus(neighbourhood, states, [{ recording, boundary: "unknown", transitions }])
  const row = (table: Float64Array, pattern: number): Float64Array =>
    table.subarray(pattern * states, (pattern + 1) * states)
  const totalOf = (seen: Float64Array): number => seen.reduce((sum, count) => sum + count, 0)
  const totals = Float64Array.from({ length: counts.length / states }, (_, pattern) => totalOf(row(counts, pattern)))
  const torus = { boundary: "torus" as const, judged: 0, contradicted: 0, advantage: 0 }
  const dead = { boundary: "dead" as const, judged: 0, contradicted: 0, advantage: 0 }

  /** `cells` edge cells that are alike. */
  const judge = (score: typeof torus | typeof dead, pattern: number, next: number, blind: number, cells: number) => {
    const total = totals[pattern]!
    if (total === 0) return
    const seen = row(counts, pattern)
    score.judged += cells
    if (seen[next]! < Math.max(...seen)) score.contradicted += cells
    // One cell's worth of the blind prediction, so that a pattern seen once is not believed outright.
    score.advantage += cells * Math.log((seen[next]! + blind) / (total + 1) / blind)
  }

  const blindCounts = new Map<number, Float64Array>()
  for (const { cell, cells } of alike(edgeCells(neighbourhood, recording, transitions))) {
    const { beyond, dead: withDead, next, torus: withFar } = cell
    if (!blindCounts.has(beyond)) {
      blindCounts.set(beyond, sumOut(counts, states, neighbourhood.offsets.length, beyond))
    }
    const seen = row(blindCounts.get(beyond)!, withDead)
    const blind = (seen[next]! + 1 / states) / (totalOf(seen) + 1)
    judge(dead, withDead, next, blind, cells)
    if (withFar >= 0) judge(torus, withFar, next, blind, cells)
  }

  const [best, other] = torus.advantage >= dead.advantage ? [torus, dead] : [dead, torus]
  const holds = best.advantage > margin && best.advantage > other.advantage + margin
  const right = `${best.judged - best.contradicted} of ${best.judged}`
  return {
    boundary: holds ? best.boundary : "unknown",
    scores: [torus, dead],
    because: holds
      ? `${right} edge cells do with a ${best.boundary} border what the interior does, and no other border explains them`
      : torus.judged + dead.judged === 0
        ? "no edge cell can be judged"
        : best.advantage < -margin
          ? "the edges fit neither a torus nor dead surroundings"
          : "the edges do not tell a torus from dead surroundings"
  }
}
