import { type Budget, type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import { type Sheet, sheetOf } from "../sheet.ts"
import { showShape, sizeOf, transposed, type ValueArray } from "./array.ts"
import { fromColours, fromOneHot } from "./channels.ts"
import { unpredictable } from "./predictable.ts"

/** An array with what its axes are: T frames, H rows, W columns, N recordings, C channels. */
interface Named {
  readonly array: ValueArray
  readonly axes: string
  readonly remarks: ReadonlyArray<string>
}

const remedy =
  "save an array of shape [frames, height, width], or name the axes with --axes, such as HWT: T frames, H rows, W columns, N recordings, C channels"

/** The axes moved to the order of N, T, H, W, C, as far as they are there. */
const inOrder = (array: ValueArray, axes: string): Named => {
  const order = Array.from("NTHWC").flatMap((axis) => (axes.includes(axis) ? [axes.indexOf(axis)] : []))
  return { array: transposed(array, order), axes: order.map((i) => axes[i]).join(""), remarks: [] }
}

const stated = (array: ValueArray, axes: string): Read<Named> => {
  const letters = axes.toUpperCase()
  if (!/^[NTHWC]+$/.test(letters) || new Set(letters).size !== letters.length || !letters.includes("W")) {
    return unreadable(`"${axes}" does not name axes`, "give each of T, H, W, N and C at most once, and W")
  }
  return letters.length === array.shape.length
    ? Result.succeed(inOrder(array, letters))
    : unreadable(`the array has shape ${showShape(array.shape)}, and ${letters} names ${letters.length} axes`, remedy)
}

const without = (array: ValueArray, axis: number): ValueArray => ({ ...array, shape: array.shape.toSpliced(axis, 1) })

/** The last channel axis among candidates whose cells are one-hot or colours. */
const channelled = (array: ValueArray): Named | null => {
  const rank = array.shape.length
  for (const axis of [rank - 1, rank - 3]) {
    const last = transposed(array, [...array.shape.keys()].filter((i) => i !== axis).concat(axis))
    const states = fromOneHot(last)
    const axes = rank === 4 ? "THW" : "NTHW"
    if (states !== null) {
      return { array: states, axes, remarks: [`axis ${axis} has one channel for every state`] }
    }
    const colours = axis === rank - 1 ? fromColours(last) : null
    if (colours !== null) return { array: colours, axes, remarks: [`axis ${axis} has the channels of colours`] }
  }
  return null
}

/** What the axes of an array of four or five are. */
const deduced = (array: ValueArray): Read<Named> => {
  const { shape } = array
  const rank = shape.length
  if (rank === 4) {
    for (const axis of [3, 1, 0]) {
      if (shape[axis] === 1) return Result.succeed({ array: without(array, axis), axes: "THW", remarks: [] })
    }
    return Result.succeed(channelled(array) ?? { array, axes: "NTHW", remarks: [] })
  }
  for (const axis of [4, 2]) {
    if (shape[axis] === 1) return Result.succeed({ array: without(array, axis), axes: "NTHW", remarks: [] })
  }
  const found = rank === 5 ? channelled(array) : null
  return found === null ? unreadable(`the array has shape ${showShape(shape)}`, remedy) : Result.succeed(found)
}

/** Above this the axes are not what they are taken for; below its half they are. */
const unlikely = 0.8

/** [H, W, T] or [H, T, W] where frames along the first axis foretell nothing and along another they do. */
const turned = (array: ValueArray): Named => {
  const [first, second, third] = array.shape as [number, number, number]
  const steps = [second * third, third, 1]
  const score = (order: ReadonlyArray<number>): number | null => {
    const [frames, height, width] = order.map((axis) => array.shape[axis]!) as [number, number, number]
    const step = order.map((axis) => steps[axis]!) as [number, number, number]
    return unpredictable({ frames, height, width, steps: step, codes: array.codes })
  }
  const asIs: Named = { array, axes: "THW", remarks: [] }
  if (first < 2 || second < 3 || third < 3 || (score([0, 1, 2]) ?? 0) < unlikely) return asIs
  for (const [axes, order] of [
    ["HWT", [2, 0, 1]],
    ["HTW", [1, 0, 2]]
  ] as const) {
    if ((score(order) ?? 1) < unlikely / 2) {
      return {
        array: transposed(array, order),
        axes: "THW",
        remarks: [`its axes are taken as ${Array.from(axes).join(", ")}`]
      }
    }
  }
  return asIs
}

const named = (array: ValueArray, axes: string | undefined): Read<Named> => {
  if (axes !== undefined) return stated(array, axes)
  const rank = array.shape.length
  if (rank === 2) return Result.succeed({ array, axes: "HW", remarks: [] })
  if (rank === 3) return Result.succeed(turned(array))
  return rank < 2 ? unreadable(`the array has shape ${showShape(array.shape)}`, remedy) : deduced(array)
}

/** One-hot states or colours where a channel axis was named. */
const withoutChannels = ({ array, axes, remarks }: Named): Read<Named> => {
  if (!axes.includes("C")) return Result.succeed({ array, axes, remarks })
  const read =
    array.shape.at(-1) === 1 ? without(array, array.shape.length - 1) : (fromOneHot(array) ?? fromColours(array))
  return read === null
    ? unreadable(`the channels of the array are neither one for every state nor colours`, remedy)
    : Result.succeed({ array: read, axes: axes.replace("C", ""), remarks })
}

/**
 * The recordings in an array, one or, with an axis for them, several.
 *
 * [H, W] is a frame, or generations of a line of cells, to be decided later; [T, H, W]; with an axis of length 1
 * as networks want it, [T, H, W, 1] or [T, 1, H, W]; with an axis of channels, one-hot or colours; [N, T, H, W].
 * `axes` names them where they lie otherwise.
 */
export const sheetsOfArray = (
  array: ValueArray,
  axes: string | undefined,
  name: string,
  budget: Budget
): Read<ReadonlyArray<Sheet>> =>
  Result.gen(function* () {
    if (array.shape.length > 2) yield* budget.hold(sizeOf(array.shape), `an array of shape ${showShape(array.shape)}`)
    const known = yield* Result.flatMap(named(array, axes), withoutChannels)
    const { codes, shape, values } = known.array
    const size = (axis: string): number => {
      const at = known.axes.indexOf(axis)
      return at < 0 ? 1 : shape[at]!
    }
    const [frames, height, width] = [size("T"), size("H"), size("W")]
    const each = frames * height * width
    return Array.from({ length: size("N") }, (_, n) =>
      sheetOf(
        { width, height, frames, codes: codes.subarray(n * each, (n + 1) * each), values },
        {
          name: size("N") > 1 ? `${name === "" ? "recording" : name} ${n + 1}` : name,
          flat: axes === undefined && known.axes === "HW" ? "lines" : null,
          remarks: known.remarks
        }
      )
    )
  })
