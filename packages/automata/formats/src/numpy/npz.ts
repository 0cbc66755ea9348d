import { unobserved } from "@rulescope/lattice"
import { Result } from "effect"
import type { Frames } from "../evolution.ts"
import { type Read, unreadable } from "../unreadable.ts"
import { readZip, type ZipEntry } from "../zip/directory.ts"
import { unzip } from "../zip/unpack.ts"
import { type NpyHeader, readNpyHeader, showShape } from "./header.ts"
import { framesOf } from "./npy.ts"
import { readStates, type StateArray } from "./states.ts"

/** One array of an archive, its numbers not yet looked at. */
interface Member {
  readonly name: string
  readonly header: NpyHeader
  readonly bytes: Uint8Array
}

const inArray =
  (name: string) =>
  <A>(read: Read<A>): Read<A> =>
    Result.mapError(read, (error) => ({ ...error, reason: `array "${name}": ${error.reason}` }))

const nameOf = ({ name }: ZipEntry): string => name.slice(0, -".npy".length)

const open = (entry: ZipEntry): Read<Member> =>
  unzip(entry).pipe(
    Result.flatMap((bytes) => Result.map(readNpyHeader(bytes), (header) => ({ name: nameOf(entry), header, bytes }))),
    inArray(nameOf(entry))
  )

const statesOf = ({ bytes, header, name }: Member): Read<StateArray> => inArray(name)(readStates(header, bytes))

/** The array that holds the frames: `states`, else the only one of three axes, else the only one of two. */
const chooseStates = (members: ReadonlyArray<Member>): Read<Member> => {
  const named = members.find(({ name }) => name === "states")
  if (named !== undefined) return Result.succeed(named)
  const remedy = `call the array of shape [frames, height, width] "states"`
  if (members.length === 0) return unreadable("the archive holds no array", remedy)
  const shown = members.map(({ header, name }) => `${name} ${showShape(header.shape)}`).join(", ")
  for (const axes of [3, 2]) {
    const [only, other] = members.filter(({ header, name }) => name !== "mask" && header.shape.length === axes)
    if (other !== undefined) return unreadable(`several arrays may be the frames: ${shown}`, remedy)
    if (only !== undefined) return Result.succeed(only)
  }
  return unreadable(`no array can be the frames: ${shown}`, remedy)
}

/** States with the cells of mask 0 unobserved. */
const withMask = (states: StateArray, mask: StateArray): Read<StateArray> => {
  if (showShape(mask.shape) !== showShape(states.shape)) {
    const shapes = `the mask has shape ${showShape(mask.shape)}, the states ${showShape(states.shape)}`
    return unreadable(shapes, "give both the same shape")
  }
  const cells = Uint8Array.from(states.cells)
  for (let i = 0; i < cells.length; i++) {
    const seen = mask.cells[i]!
    if (seen > 1) return unreadable(`the mask holds ${seen}`, "write 1 for observed and 0 for unobserved cells")
    if (seen === 0) cells[i] = unobserved
  }
  return Result.succeed({ shape: states.shape, cells })
}

/** Frames of an npz archive: array `states`, or the only candidate, and `mask` (1 = observed) where it is there. */
export const readNpz = (bytes: Uint8Array): Read<Frames> =>
  Result.gen(function* () {
    const entries = (yield* readZip(bytes)).filter(({ name }) => name.endsWith(".npy"))
    const named = entries.filter((entry) => nameOf(entry) === "states")
    const mask = entries.find((entry) => nameOf(entry) === "mask")
    const members = yield* Result.all((named.length > 0 ? named : entries).map(open))
    const states = yield* statesOf(yield* chooseStates(members))
    if (mask === undefined) return yield* framesOf(states)
    return yield* framesOf(yield* withMask(states, yield* statesOf(yield* open(mask))))
  })
