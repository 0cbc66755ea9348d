import { type Backend, type Forward, stepTime } from "@rulescope/tensor"
import type { Weight } from "@rulescope/core"
import { crossEntropy, type Lesson, ownedProblem } from "./crossEntropy.ts"

/** A training step as the choice of a backend sees it: every row meets every weight, once for each view of its cells. */
export const lessonStep = (forward: Forward, start: ReadonlyArray<Weight>, lesson: Lesson): Backend.Step => {
  const { inputs } = lesson
  const weights = start.reduce((sum, { values }) => sum + values.length, 0)
  const task = {
    start,
    loss: crossEntropy(forward),
    data: (runtime: Parameters<Backend.Step["milliseconds"]>[0]) => ownedProblem(runtime, lesson)
  }
  return {
    multiplications: (inputs.values.length / inputs.shape.at(-1)!) * weights,
    milliseconds: (runtime) => stepTime(runtime, task, 1, 2)
  }
}
