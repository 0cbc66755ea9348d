import { cellStep, frameOf, readRule, type Recording, type Rule } from "@rulescope/lattice"
import { families } from "@rulescope/preset"

/** A world that moves on: through recorded frames as long as there are any, then under the rule, if it is known. */
export interface Evolution {
  readonly width: number
  readonly height: number
  readonly states: number
  /** `cells[y * width + x]`, changed in place by `step` and `paint`. */
  readonly cells: Uint8Array
  readonly rule: Rule | null
  readonly boundary: Recording["boundary"]
  /** Generations from the first frame. */
  readonly generation: () => number
  /** Frames that were recorded; beyond them, and after painting, the rule goes on. */
  readonly recorded: number
  readonly painted: () => boolean
  /** False when there is no further frame and no rule to make one. */
  readonly canStep: () => boolean
  readonly step: () => void
  /** To a recorded frame; what was painted is lost. */
  readonly show: (frame: number) => void
  readonly paint: (x: number, y: number, state: number) => void
  /** All cells dead, to draw on. */
  readonly clear: () => void
}

const ruleOf = (text: string | null): Rule | null => {
  const read = text === null ? null : readRule(families, text)
  return read?.ok === true ? read.value : null
}

export const evolutionOf = (recording: Recording): Evolution => {
  const { boundary, frames, height, states, width } = recording
  const rule = ruleOf(recording.rule)
  const cells = frameOf(recording, 0).slice()
  const advance =
    rule === null || rule.family.states !== states
      ? null
      : cellStep(rule, width, height, boundary === "auto" ? "unknown" : boundary)
  const next = new Uint8Array(cells.length)
  let generation = 0
  let painted = false
  const recordedAhead = () => !painted && generation + 1 < frames
  return {
    width,
    height,
    states,
    cells,
    rule,
    boundary,
    recorded: frames,
    generation: () => generation,
    painted: () => painted,
    canStep: () => recordedAhead() || advance !== null,
    step: () => {
      if (recordedAhead()) cells.set(frameOf(recording, generation + 1))
      else if (advance !== null) {
        advance(cells, next)
        cells.set(next)
      } else return
      generation++
    },
    show: (frame) => {
      generation = Math.max(0, Math.min(frame, frames - 1))
      painted = false
      cells.set(frameOf(recording, generation))
    },
    paint: (x, y, state) => {
      if (x < 0 || y < 0 || x >= width || y >= height) return
      cells[y * width + x] = state
      painted = true
    },
    clear: () => {
      cells.fill(0)
      generation = 0
      painted = true
    }
  }
}
