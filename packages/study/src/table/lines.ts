import { allUnfit, say, type Sentence, unfit } from "@rulescope/core"
import { Effect, Schema } from "effect"
import { InvalidStudy } from "../StudyError.ts"
import { StudyRow } from "../StudyRow.ts"
import { StudySpec } from "../StudySpec.ts"

/** First line of an export: what the rows after it belong to. */
const Header = Schema.Struct({
  format: Schema.Literal("rulescope-study"),
  version: Schema.Literal(1),
  study: StudySpec
})

/** A study with the rows that it came to, in the order of its plan. */
export interface StudyTable {
  readonly study: StudySpec
  readonly rows: ReadonlyArray<StudyRow>
}

const encodeHeader = Schema.encodeUnknownSync(Header)
const decodeHeader = Schema.decodeUnknownEffect(Header)
const decodeRow = Schema.decodeUnknownEffect(StudyRow)

/** First line of a JSON-lines export; its rows follow, one a line. */
export const headerLine = (study: StudySpec): string =>
  JSON.stringify(encodeHeader({ format: "rulescope-study", version: 1, study }))

/** JSON lines: a header with the format's version and the study spec, then one row a line. */
export const toLines = ({ rows, study }: StudyTable): string =>
  [headerLine(study), ...rows.map((row) => JSON.stringify(row)), ""].join("\n")

const refuse = (line: number, detail: Sentence) =>
  new InvalidStudy({
    reason: say`line ${line} of the study: ${detail}`,
    remedy: say`give a file that study export --format jsonl wrote`
  })

const readLine = (text: string, line: number): Effect.Effect<unknown, InvalidStudy> =>
  Effect.try({
    try: () => JSON.parse(text) as unknown,
    catch: (cause) => refuse(line, say`it is not JSON (${(cause as Error).message})`)
  })

/** Reads what `toLines` writes. */
export const fromLines = Effect.fn("fromLines")(function* (text: string): Effect.fn.Return<StudyTable, InvalidStudy> {
  const [first = "", ...others] = text.split("\n")
  const { study } = yield* Effect.flatMap(readLine(first, 1), (raw) =>
    Effect.mapError(decodeHeader(raw), (error) => refuse(1, allUnfit(unfit(error))))
  )
  const rows = yield* Effect.forEach(
    others.filter((line) => line !== ""),
    (line, index) =>
      Effect.flatMap(readLine(line, index + 2), (raw) =>
        Effect.mapError(decodeRow(raw), (error) => refuse(index + 2, allUnfit(unfit(error))))
      )
  )
  return { study, rows }
})
