import { type Observation, takeCensus } from "./census/census.ts"
import type { Neighbourhood } from "./neighbourhood.ts"
import { type Boundary, frameOf, type Recording, unobserved } from "./recording.ts"

/** How the edge cells fare under one assumption about what lies beyond. */
export interface BoundaryScore {
  readonly boundary: "torus" | "dead"
  /** Edge cells whose pattern, completed under the assumption, the interior has shown. */
  readonly judged: number
  /** Of these, how many did not do what the interior's majority does. */
  readonly contradicted: number
}

export interface BoundaryDecision {
  readonly boundary: Boundary
  readonly scores: ReadonlyArray<BoundaryScore>
  /** One sentence for people. */
  readonly because: string
}

/**
 * Decides what lies beyond the edges from the data alone, without a family.
 *
 * Cells inside the window show what each pattern does; an edge cell's pattern is then completed once as
 * on a torus and once with dead surroundings, and its outcome compared. The assumption that is
 * contradicted no more often than the interior contradicts itself (three standard errors allowed) holds;
 * when both or neither do, the edges decide nothing and are left out ("unknown").
 */
export const decideBoundary = (
  neighbourhood: Neighbourhood,
  recording: Recording,
  transitions: ReadonlyArray<number>
): BoundaryDecision => {
  const { height, states, width } = recording
  const observe = (boundary: Boundary): Observation => ({ recording, boundary, transitions })
  const interior = takeCensus(neighbourhood, states, [observe("unknown")]).counts
  const patterns = interior.length / states
  const majority = new Int16Array(patterns).fill(-1)
  let cells = 0
  let minority = 0
  for (let pattern = 0; pattern < patterns; pattern++) {
    const row = interior.subarray(pattern * states, (pattern + 1) * states)
    const total = row.reduce((sum, count) => sum + count, 0)
    if (total === 0) continue
    const best = row.indexOf(Math.max(...row))
    majority[pattern] = best
    cells += total
    minority += total - row[best]!
  }
  const noise = cells === 0 ? 0 : minority / cells
  const scores = (["torus", "dead"] as const).map((boundary): BoundaryScore => {
    const all = takeCensus(neighbourhood, states, [observe(boundary)]).counts
    let judged = 0
    let contradicted = 0
    for (let pattern = 0; pattern < patterns; pattern++) {
      if (majority[pattern]! < 0) continue
      for (let next = 0; next < states; next++) {
        const edge = all[pattern * states + next]! - interior[pattern * states + next]!
        judged += edge
        if (next !== majority[pattern]) contradicted += edge
      }
    }
    return { boundary, judged, contradicted }
  })
  const holds = scores.filter(
    ({ contradicted, judged }) =>
      judged > 0 && contradicted <= noise * judged + 3 * Math.sqrt(noise * (1 - noise) * judged)
  )
  const [only, other] = holds
  if (only !== undefined && other === undefined) {
    return {
      boundary: only.boundary,
      scores,
      because: `${only.judged} edge cells fit a ${only.boundary} border and no other`
    }
  }
  const empty = width * height === 0 || frameOf(recording, 0).every((cell) => cell === unobserved)
  const because =
    empty || scores.every((s) => s.judged === 0)
      ? "no edge cell can be judged"
      : only === undefined
        ? "the edges fit neither a torus nor dead surroundings"
        : "the edges fit a torus and dead surroundings alike"
  return { boundary: "unknown", scores, because }
}
