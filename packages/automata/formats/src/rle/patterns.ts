import { type Read, unreadable } from "@rulescope/arrays"
import { unobserved } from "@rulescope/lattice"
import { Result } from "effect"
import { type Drawing, drawLine, isCells, newDrawing } from "./cells.ts"
import { type Header, isHeader, isPlace, type Place, readHeader, readPlace } from "./header.ts"
import { holdsState, type Pattern } from "../plane/pattern.ts"

/** Our own comment: state 255 of the file marks cells that were not observed. */
export const unobservedMark = "#C state 255 = not observed"

/** A pattern of which some lines have been read. */
interface Open {
  /** First line that belongs to it, from 1. */
  readonly line: number
  title: string | null
  header: Header | null
  place: Place | null
  /** Null until its cells begin. */
  drawing: Drawing | null
}

const atLine =
  (line: number) =>
  <A>(read: Read<A>): Read<A> =>
    Result.mapError(read, (error) => ({ ...error, reason: `line ${line}: ${error.reason}` }))

const begin = (line: number): Open => ({ line, title: null, header: null, place: null, drawing: null })

/** The header and the place are those of the pattern before when it has neither. */
const close = ({ drawing, header, line, place, title }: Open, before: Pattern | undefined, index: number): Pattern => {
  const inherits = header === null && place === null && before !== undefined
  const { height, runs, width } = drawing!
  return {
    name: `pattern ${index + 1} (line ${line})`,
    title,
    width: Math.max(width, header?.width ?? (inherits ? before.width : 0)),
    height: Math.max(height, header?.height ?? (inherits ? before.height : 0)),
    corner: inherits ? before.corner : (place?.corner ?? null),
    generation: place?.generation ?? (inherits && before.generation !== null ? before.generation + 1 : null),
    marked: place !== null,
    rule: header === null && before !== undefined ? before.rule : (header?.rule ?? null),
    topology: header === null && before !== undefined ? before.topology : (header?.topology ?? null),
    runs
  }
}

const unended = (line: number, next: number): Read<never> =>
  unreadable(
    `line ${next}: the pattern that begins on line ${line} does not end in !, and without it a file is one frame`,
    "end every pattern with !"
  )

const unfinished = (line: number): Read<never> =>
  unreadable(`the pattern that begins on line ${line} does not end in !`, "the file is cut short, or its ! is missing")

const isBegun = ({ drawing, header, place }: Open): boolean => drawing !== null || header !== null || place !== null

/** Cells have been read, and the last count or letter has its cell. */
const isWhole = ({ drawing }: Open): boolean =>
  drawing !== null && drawing.runs.length > 0 && drawing.count < 0 && drawing.prefix === 0

/**
 * Patterns of an RLE file, one after another, each ending in `!`, which a lone one may leave out.
 *
 * Each may have its own `#CXRLE` line and header; one that has neither takes both from the pattern before and
 * is one generation later. Text after `!` is a comment unless it reads as cells throughout; text with a `$`
 * that does not is refused, since it may be a damaged generation.
 */
export const readPatterns = (text: string): Read<ReadonlyArray<Pattern>> =>
  Result.gen(function* () {
    const patterns: Array<Pattern> = []
    let open: Open | null = null
    let mayHold255 = false
    for (const [index, line] of text.split("\n").entries()) {
      const number = index + 1
      if (line.startsWith("#")) {
        if (line.startsWith(unobservedMark)) mayHold255 = true
        const title: string | undefined = /^#N\s+(.{1,80})/.exec(line)?.[1]
        if (title !== undefined && !open?.drawing) {
          open ??= begin(number)
          open.title = title.trim()
        }
        if (!isPlace(line)) continue
        if (open?.drawing) return yield* unended(open.line, number)
        open ??= begin(number)
        open.place = yield* atLine(number)(readPlace(line))
        continue
      }
      const row = line.trimStart()
      if (isHeader(row)) {
        if (open?.drawing || open?.header) return yield* unended(open.line, number)
        open ??= begin(number)
        open.header = yield* atLine(number)(readHeader(row))
        continue
      }
      let from = 0
      while (from >= 0 && line.slice(from).trim() !== "") {
        const rest = line.slice(from, line.indexOf("!", from) + 1 || line.length)
        if (open === null && patterns.length > 0 && !isCells(rest)) {
          if (!rest.includes("$")) break
          return yield* unreadable(`line ${number}: neither cells nor a comment`, "begin comments with #")
        }
        open ??= begin(number)
        open.drawing ??= newDrawing()
        from = yield* atLine(number)(drawLine(open.drawing, line, from))
        if (open.drawing.unknown) mayHold255 = true
        if (from < 0) break
        patterns.push(close(open, patterns.at(-1), patterns.length))
        open = null
      }
    }
    if (open !== null && isBegun(open)) {
      // A lone pattern may leave it out, as Golly allows; the last of several is cut short.
      if (patterns.length > 0 || !isWhole(open)) return yield* unfinished(open.line)
      patterns.push(close(open, undefined, 0))
    }
    if (patterns.length === 0) return yield* unreadable("the file holds no pattern", "save it as RLE")
    const odd = mayHold255
      ? undefined
      : patterns.find((pattern) => holdsState(pattern, (state) => state === unobserved))
    if (odd !== undefined) {
      return yield* unreadable(`${odd.name} has cells of state 255`, "states 0 to 254 can be read")
    }
    return patterns
  })
