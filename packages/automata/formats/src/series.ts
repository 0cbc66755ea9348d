import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"

/** One frame with its generation. */
export interface Dated<A> {
  readonly generation: number
  /** Where it comes from, for messages. */
  readonly name: string
  readonly value: A
}

/**
 * Frames in the order of their generations. The same generation twice is an error unless both show the same
 * cells.
 */
export const inOrder = <A>(
  frames: ReadonlyArray<Dated<A>>,
  same: (a: A, b: A) => boolean
): Read<ReadonlyArray<Dated<A>>> => {
  const sorted = frames.toSorted((a, b) => a.generation - b.generation)
  const kept: Array<Dated<A>> = []
  for (const frame of sorted) {
    const before = kept.at(-1)
    if (before?.generation !== frame.generation) kept.push(frame)
    else if (!same(before.value, frame.value)) {
      return unreadable(
        `${before.name} and ${frame.name} are both generation ${frame.generation}, with different cells`,
        "keep one of them"
      )
    }
  }
  return Result.succeed(kept)
}

/** Frames `from` to `to`, both included, each `step` generations after the one before. */
interface Run {
  readonly from: number
  readonly to: number
}

/** Stretches of frames that are equally far apart. */
export interface Runs {
  /** Generations from one frame to the next. */
  readonly step: number
  readonly runs: ReadonlyArray<Run>
}

/**
 * Rising generations as stretches of equal steps: of the step that occurs most often, the smaller one of two that
 * do. Frames that no other one is a step away from are in none, unless they are all there is.
 */
export const runsOf = (generations: ReadonlyArray<number>): Runs => {
  const gaps = generations.slice(1).map((generation, i) => generation - generations[i]!)
  const counts = new Map<number, number>()
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1)
  const [step = 1] = [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0] ?? []
  const runs: Array<Run> = []
  let from = 0
  for (let t = 0; t <= gaps.length; t++) {
    if (gaps[t] === step) continue
    if (t > from || gaps.length === 0) runs.push({ from, to: t })
    from = t + 1
  }
  return { step, runs }
}
