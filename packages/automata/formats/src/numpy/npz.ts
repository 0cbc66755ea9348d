import {
  type Budget,
  holdUnpacked,
  type NpyHeader,
  type Read,
  readNpyHeader,
  readZip,
  unreadable,
  unzip,
  type ZipEntry
} from "@rulescope/arrays"
import { Result } from "effect"
import { showShape, type ValueArray } from "../arrays/array.ts"
import { sheetsOfArray } from "../arrays/sheets.ts"
import { framesTogether, pairSheets, pairsAmong } from "../arrays/together.ts"
import type { Format, Opened } from "../format.ts"
import { generationsInNames } from "../naming.ts"
import type { Sheet } from "../sheet.ts"
import { readValues } from "./array.ts"
import { withMask } from "./mask.ts"

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

const openMember = (entry: ZipEntry): Read<Member> =>
  unzip(entry).pipe(
    Result.flatMap((bytes) => Result.map(readNpyHeader(bytes), (header) => ({ name: nameOf(entry), header, bytes }))),
    inArray(nameOf(entry))
  )

const valuesOf = ({ bytes, header, name }: Member, budget: Budget): Read<ValueArray> =>
  inArray(name)(readValues(header, bytes, budget))

const remedy = `call the array of shape [frames, height, width] "states"`

const shown = (members: ReadonlyArray<Member>): string =>
  members.map(({ header, name }) => `${name} ${showShape(header.shape)}`).join(", ")

/** The array that holds the frames: the only one of three or more axes, else the only one of two; null for several of two. */
const chooseStates = (members: ReadonlyArray<Member>): Read<Member | null> => {
  const most = members.filter(({ header }) => header.shape.length >= 3)
  if (most.length > 1) return unreadable(`several arrays may be the frames: ${shown(members)}`, remedy)
  const [only] = most
  if (only !== undefined) return Result.succeed(only)
  const grids = members.filter(({ header }) => header.shape.length === 2)
  if (grids.length === 0) return unreadable(`no array can be the frames: ${shown(members)}`, remedy)
  return Result.succeed(grids.length === 1 ? grids[0]! : null)
}

/** Frames, a grid an array, in the order of the numbers in their names. */
const gridsTogether = (members: ReadonlyArray<Member>, budget: Budget): Read<ReadonlyArray<Sheet>> =>
  Result.gen(function* () {
    const grids = members.filter(({ header }) => header.shape.length === 2)
    const numbers = generationsInNames(grids.map(({ name }) => name))
    const order = [...grids.keys()].sort((a, b) => (numbers[a] ?? a) - (numbers[b] ?? b))
    const arrays: Array<readonly [string, ValueArray]> = []
    for (const i of order) arrays.push([grids[i]!.name, yield* valuesOf(grids[i]!, budget)])
    return [yield* framesTogether(arrays, budget)]
  })

/** An array of a pair: frames, whatever else it might be. */
const onlySheet = (member: Member, budget: Budget): Read<Sheet> =>
  valuesOf(member, budget).pipe(
    Result.flatMap((array) => sheetsOfArray(array, undefined, member.name, budget)),
    Result.flatMap(([sheet, other]) =>
      other === undefined
        ? Result.succeed(sheet!)
        : unreadable(
            `the array has shape ${showShape(member.header.shape)}`,
            "give both the shape [pairs, height, width]"
          )
    ),
    inArray(member.name)
  )

const readSheets = ({ budget, bytes, settings }: Opened): Read<ReadonlyArray<Sheet>> =>
  Result.gen(function* () {
    const entries = (yield* readZip(bytes)).filter(({ name }) => name.endsWith(".npy"))
    if (entries.length === 0) return yield* unreadable("the archive holds no array", remedy)
    const states = entries.filter((entry) => nameOf(entry) === "states")
    const mask = entries.find((entry) => nameOf(entry) === "mask")
    const wanted = states.length > 0 ? states : entries.filter((entry) => entry !== mask)
    yield* holdUnpacked(mask === undefined ? wanted : [...wanted, mask], budget)
    const members: Array<Member> = []
    for (const entry of wanted) members.push(yield* openMember(entry))
    const pairs = states.length > 0 ? [] : pairsAmong(members)
    if (pairs.length > 0) {
      const sheets: Array<Sheet> = []
      for (const [before, after] of pairs) {
        const [from, to] = [yield* onlySheet(before, budget), yield* onlySheet(after, budget)]
        sheets.push(...(yield* pairSheets(from, to, budget)))
      }
      return sheets
    }
    const chosen = states.length > 0 ? members[0]! : yield* chooseStates(members)
    if (chosen === null) return yield* gridsTogether(members, budget)
    const array = yield* valuesOf(chosen, budget)
    const seen = mask === undefined ? array : yield* withMask(array, yield* valuesOf(yield* openMember(mask), budget))
    return yield* inArray(chosen.name)(sheetsOfArray(seen, settings.axes, "", budget))
  })

/** Several arrays, as numpy.savez and numpy.savez_compressed write them. */
export const npz: Format = {
  id: "npz",
  label: "NumPy archive",
  endings: ["npz"],
  begins: ({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04,
  read: (file) => Result.map(readSheets(file), (sheets) => ({ kind: "sheets" as const, sheets }))
}
