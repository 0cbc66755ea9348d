import type { Inputs } from "@rulescope/tensor"
import type { Frame } from "./frame.ts"

/** Places of the coordinates of one kind. */
export const placesOf = ({ space }: Pick<Frame, "space">, kind: "phase" | "real"): ReadonlyArray<number> =>
  space.coordinates.flatMap((coordinate, k) => (coordinate.kind === kind ? [k] : []))

/** Numbers that a network reads of one state. */
export const inputWidth = (frame: Pick<Frame, "space">): number =>
  2 * placesOf(frame, "phase").length + placesOf(frame, "real").length

/** States as a network reads them: the sines of all phases, then their cosines, then the reals in units of the frame. */
export const inputsOf = (frame: Frame, states: ArrayLike<number>): Inputs => {
  const { centre, scale, space } = frame
  const d = space.coordinates.length
  const [phases, reals] = [placesOf(frame, "phase"), placesOf(frame, "real")]
  const width = inputWidth(frame)
  const values = new Float32Array((states.length / d) * width)
  for (let r = 0; r * d < states.length; r++) {
    for (const [i, k] of phases.entries()) {
      values[r * width + i] = Math.sin(states[r * d + k]!)
      values[r * width + phases.length + i] = Math.cos(states[r * d + k]!)
    }
    for (const [i, k] of reals.entries())
      values[r * width + 2 * phases.length + i] = (states[r * d + k]! - centre[k]!) / scale[k]!
  }
  return { shape: [width], values }
}
