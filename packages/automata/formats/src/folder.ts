import { inFile, type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import { framesOf } from "./plane/frames.ts"
import { rowsUnpredictable } from "./lines.ts"
import { generationsInNames } from "./naming.ts"
import type { Content } from "./format.ts"
import type { Recognised } from "./open.ts"
import { evolutionOf } from "./plane/evolution.ts"
import type { Sourced } from "./recordings.ts"
import { type Dated, inOrder } from "./series.ts"
import { type Sheet, statesThemselves, stateValues } from "./sheet.ts"
import { cellsOf, takeForStates } from "./values/states.ts"

/** A file and what it holds. */
export interface Member {
  readonly file: Recognised
  readonly content: Content
}

/** Files that may be notes count only where there are no others. */
export const meantAmong = (files: ReadonlyArray<Recognised>): ReadonlyArray<Recognised> => {
  const firm = files.filter(({ format }) => format.loose !== true)
  return firm.length > 0 ? firm : files
}

/** Patterns of all formats go together; anything else is of one format. */
const ofOneFormat = (members: ReadonlyArray<Member>): Read<void> => {
  if (members.every(({ content }) => content.kind === "patterns")) return Result.succeed(undefined)
  const [first] = members as unknown as readonly [Member]
  const other = members.find(({ file }) => file.format.id !== first.file.format.id)
  return other === undefined
    ? Result.succeed(undefined)
    : unreadable(
        `the folder mixes formats: ${first.file.name} is ${first.file.format.id}, ${other.file.name} is ${other.file.format.id}`,
        "name one file, or a folder of one format"
      )
}

const isOne = ({ content }: Member): boolean => {
  switch (content.kind) {
    case "patterns":
      return content.patterns.length === 1
    case "pictures":
      return content.film.frames === 1
    case "sheets":
      return content.sheets.length === 1 && content.sheets[0]!.frames === 1
  }
}

/** Rows follow so well from one another that they are generations of lines of cells, which a frame's never do. */
const surelyLines = 0.35

const areLines = ({ content }: Member): boolean =>
  content.kind === "sheets" &&
  content.sheets.every((sheet) => sheet.flat !== null && (rowsUnpredictable(sheet) ?? 1) < surelyLines)

/** Frames of one file each, as one evolution in the order of the numbers in their names. */
const frameSeries = (members: ReadonlyArray<{ readonly file: Recognised; readonly sheet: Sheet }>): Read<Sheet> =>
  Result.gen(function* () {
    const [first] = members
    const { height, width } = first!.sheet
    const numbers = generationsInNames(members.map(({ file }) => file.name))
    const dated: Array<Dated<Sheet>> = []
    for (const [i, { file, sheet }] of members.entries()) {
      const generation = sheet.generations?.[0] ?? numbers[i]!
      if (generation === null) {
        return yield* unreadable(`the generation of ${file.name} is not known`, "number the files, as in 005.txt")
      }
      if (sheet.width !== width || sheet.height !== height) {
        return yield* unreadable(
          `${first!.file.name} has ${width} × ${height} cells, ${file.name} has ${sheet.width} × ${sheet.height}`,
          "record all generations in one window"
        )
      }
      dated.push({ generation, name: file.name, value: sheet })
    }
    const { budget, settings } = first!.file
    yield* budget.hold(2 * members.length * width * height, framesOf(members.length, width, height))
    const stateOf = yield* takeForStates(
      dated.map(({ name, value }) => ({ ...value, name })),
      settings
    )
    const states = new Map(dated.map(({ value }) => [value, cellsOf(value, stateOf)]))
    const frames = yield* inOrder(dated, (a, b) => states.get(a)!.every((cell, i) => cell === states.get(b)![i]))
    const codes = new Uint8Array(width * height * frames.length)
    for (const [t, { value }] of frames.entries()) codes.set(states.get(value)!, t * width * height)
    return {
      ...first!.sheet,
      frames: frames.length,
      codes,
      values: stateValues,
      states: statesThemselves,
      generations: frames.map(({ generation }) => generation),
      flat: null
    }
  })

/** The evolution whose generations are the files. */
const series = (members: ReadonlyArray<Member>): Read<Sheet> => {
  const patterns = members.flatMap(({ content, file }) =>
    content.kind === "patterns" ? content.patterns.map((pattern) => ({ ...pattern, name: file.name })) : []
  )
  if (patterns.length > 0) {
    const numbers = generationsInNames(members.map(({ file }) => file.name))
    return evolutionOf(patterns, (_, index) => numbers[index]!, members[0]!.file.budget)
  }
  return frameSeries(
    members.flatMap(({ content, file }) =>
      content.kind === "sheets" ? content.sheets.map((sheet) => ({ file, sheet })) : []
    )
  )
}

/** Sheets of one source, which go by their own names where there are several. */
const named = (sheets: ReadonlyArray<Sheet>, source: string, format: string): ReadonlyArray<Sourced> =>
  sheets.map((sheet) => ({
    sheet,
    source: sheets.length > 1 && sheet.name !== "" ? `${source}: ${sheet.name}` : source,
    format
  }))

/** The evolution whose generations are pictures, in the order of the numbers in their names. */
const pictureSeries = (members: ReadonlyArray<Member>, source: string): Read<ReadonlyArray<Sourced>> =>
  Result.gen(function* () {
    const numbers = generationsInNames(members.map(({ file }) => file.name))
    const films = members.flatMap(({ content, file }, i) =>
      content.kind === "pictures" ? [{ name: file.name, film: content.film, number: numbers[i]! }] : []
    )
    const unnumbered = films.find(({ number }) => number === null)
    if (unnumbered !== undefined) {
      return yield* unreadable(`the generation of ${unnumbered.name} is not known`, "number the files, as in 005.png")
    }
    const first = members[0]!
    if (first.content.kind !== "pictures") return []
    const inOrder = films.toSorted((a, b) => a.number - b.number)
    return named(yield* first.content.understand(inOrder), source, first.file.format.id)
  })

/** The evolutions in one file. */
export const evolutionsOf = ({ content, file }: Member): Read<ReadonlyArray<Sourced>> => {
  const { format, name } = file
  if (content.kind === "sheets") return Result.succeed(named(content.sheets, name, format.id))
  if (content.kind === "pictures") {
    return Result.map(content.understand([{ name, film: content.film }]), (sheets) => named(sheets, name, format.id))
  }
  const dated = content.patterns.some(({ generation }) => generation !== null)
  const numberOf = (_: unknown, index: number) => (dated && content.patterns.length > 1 ? null : index)
  return Result.map(evolutionOf(content.patterns, numberOf, file.budget), (sheet) => [
    { sheet: dated ? sheet : { ...sheet, generations: null }, source: name, format: format.id }
  ])
}

/**
 * The evolutions in several files: one whose generations are the files, where each file holds a single frame;
 * else those of every file. `source` names the folder.
 */
export const evolutionsOfFolder = (members: ReadonlyArray<Member>, source: string): Read<ReadonlyArray<Sourced>> =>
  Result.gen(function* () {
    yield* ofOneFormat(members)
    const single = members.find(isOne)
    const several = members.find((member) => !isOne(member))
    if (members.every(areLines)) return yield* separately(members)
    if (several === undefined && members[0]!.content.kind === "pictures") return yield* pictureSeries(members, source)
    if (several === undefined) return [{ sheet: yield* series(members), source, format: members[0]!.file.format.id }]
    if (single !== undefined) {
      return yield* unreadable(
        `${single.file.name} holds one frame, ${several.file.name} holds several`,
        "use one file for each generation, or one for each evolution"
      )
    }
    return yield* separately(members)
  })

/** The evolutions of every file. */
const separately = (members: ReadonlyArray<Member>): Read<ReadonlyArray<Sourced>> =>
  Result.gen(function* () {
    const all: Array<Sourced> = []
    for (const member of members) all.push(...(yield* inFile(member.file.name)(evolutionsOf(member))))
    return all
  })
