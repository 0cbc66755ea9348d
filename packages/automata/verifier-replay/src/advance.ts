import { type Boundary, cellStep, type Rule } from "@rulescope/lattice"

/** Evolves cells of shape height × width by several generations. */
export interface Advance {
  /** Writes the last generation to `target`, which must not be `source`; returns the one before, which may be `source`. */
  readonly to: (source: Uint8Array, target: Uint8Array) => Uint8Array
}

/** `stride` generations at once, stride ≥ 1; what is unknown on the way spreads. */
export const advance = (rule: Rule, width: number, height: number, boundary: Boundary, stride: number): Advance => {
  const step = cellStep(rule, width, height, boundary)
  let [now, next] = stride > 1 ? [new Uint8Array(width * height), new Uint8Array(width * height)] : []
  return {
    to: (source, target) => {
      let before = source
      for (let k = 1; k < stride; k++) {
        step(before, next!)
        before = next!
        ;[now, next] = [next, now]
      }
      step(before, target)
      return before
    }
  }
}
