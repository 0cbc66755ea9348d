import { comparable, fewestSeeds, type StudyRow } from "@rulescope/study"
import { intervalOf } from "../results.ts"
import { escaped, link, section, table } from "./markup.ts"
import type { Report } from "./report.ts"

const listed = 20

/** From so many seeds on, intervals hold about as often as they say (scripts/evaluate/interval-coverage.ts). */
const manySeeds = 20

const runLinks = (rows: ReadonlyArray<StudyRow>, { analysis, anchors }: Report): string =>
  rows
    .slice(0, listed)
    .map((row) => link(anchors.run(analysis.rows.indexOf(row)), String(row.run)))
    .join(" ") + (rows.length > listed ? " …" : "")

/** Runs that failed, by kind of error. */
export const failuresSection = (report: Report): string => {
  const { tally, words } = report
  return section(
    "failures",
    words.failures,
    tally.failures.length === 0
      ? `<p>${escaped(words.noFailures)}</p>`
      : table(
          [words.error, words.count, words.runs, words.firstMessage].map((text) => `<th>${escaped(text)}</th>`),
          tally.failures.map(
            ({ rows, tag }) =>
              `<tr><th scope="row">${escaped(tag)}</th><td>${rows.length}</td><td class="wrap">${runLinks(rows, report)}</td><td class="wrap">${escaped(rows[0]!.error?.message ?? "")}</td></tr>`
          )
        )
  )
}

/** What a reader should know before relying on the numbers. */
export const limitsSection = ({ analysis, cells, results, tally, words }: Report): string => {
  const { limit } = words
  const told = results.filter((result) => result.told)
  const answers = told.flatMap((result) => [result.overall, ...result.axes.flat()])
  const apart = told.flatMap(({ axes }) => axes.flat().flatMap(({ difference }) => difference ?? []))
  const intervals =
    answers.filter((answer) => intervalOf(answer) !== null).length +
    apart.filter(({ interval }) => interval !== null).length
  const widthless = [...answers.map(({ mean }) => mean), ...apart].some(
    ({ interval }) => interval !== null && interval.low === interval.high
  )
  const few = cells.filter(({ mean }) => mean.seeds < fewestSeeds).length
  const times = told.some(({ kind, overall }) => kind.unit === "seconds" && overall.mean.values < tally.done)
  const partly = analysis.axes.flatMap(({ label }, a) => {
    const counted = comparable(analysis, [a])
    const compared = analysis.cell.reduce((sum, cell) => sum + counted[cell]!, 0)
    return compared < analysis.rows.length ? [limit.subsets(label, compared, analysis.rows.length)] : []
  })
  const said = [
    ...(tally.missing > 0 ? [limit.missing(tally.missing)] : []),
    ...partly,
    ...(tally.failed > 0 ? [limit.failed(tally.failed)] : []),
    ...(analysis.seeds < fewestSeeds
      ? [limit.seeds(analysis.seeds, fewestSeeds)]
      : analysis.seeds < manySeeds
        ? [limit.narrow(analysis.seeds)]
        : []),
    ...(analysis.seeds >= fewestSeeds && few > 0 ? [limit.cells(few, cells.length, fewestSeeds)] : []),
    ...(intervals > 1 ? [limit.many(intervals)] : []),
    ...(widthless ? [limit.degenerate] : []),
    ...(times ? [limit.cached] : [])
  ]
  const items = (said.length === 0 ? [limit.none] : said).map((text) => `<li>${escaped(text)}</li>`)
  return section("limits", words.limits, `<ul>${items.join("")}</ul>`)
}
