import { fewestSeeds } from "@rulescope/study"
import type { Report } from "./html/report.ts"
import { fileName } from "./html/results.ts"
import type { LevelResult, MetricResult } from "./results.ts"
import { answerRemark, answerText, differenceRemark, differenceText, metricNotes } from "./sentences.ts"

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" }

/** Text that stays itself inside a table cell, also where a reader lets HTML through. */
const cell = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]|#~!]/g, "\\$&")
    .replaceAll(/[&<>]/g, (character) => entities[character]!)
    .replaceAll(/[\r\n]+/g, " ")

const row = (cells: ReadonlyArray<string>): string => `| ${cells.join(" | ")} |`

const withRemark = (text: string, remark: string): string => (remark === "" ? text : `${text}; ${remark}`)

/** One table for a metric: a line for every value of every axis, each number leading to its runs in the page. */
const metricTable = (
  { analysis, anchors, labels, words }: Report,
  result: MetricResult,
  pageFile: string
): ReadonlyArray<string> => {
  const link = (text: string, href: string): string => `[${cell(text)}](${href.startsWith("#") ? pageFile : ""}${href})`
  const apart = result.axes.some((levels) => levels.some(({ difference }) => difference !== null))
  const answer = (level: LevelResult, href: string): ReadonlyArray<string> => [
    link(level.rate === null ? String(level.mean.values) : `${level.rate.successes}/${level.rate.trials}`, href),
    link(withRemark(answerText(level, result, words), answerRemark(level, words)), href)
  ]
  const difference = ({ baseline, difference }: LevelResult, href: string): string => {
    if (baseline) return cell(words.isBaseline)
    if (difference === null) return ""
    return link(withRemark(differenceText(difference, result, words), differenceRemark(difference, words)), href)
  }
  const column = result.overall.rate === null ? words.mean : words.share
  const head = [words.axis, words.value, words.runs, column, ...(apart ? [words.differencesHead] : [])]
  const all = { ...result.overall, value: "", baseline: false, difference: null }
  return [
    row(head.map(cell)),
    row(head.map(() => "---")),
    row([cell(words.overAll), "", ...answer(all, "#runs"), ...(apart ? [""] : [])]),
    ...analysis.axes.flatMap(({ label }, a) =>
      result.axes[a]!.map((level, v) => {
        const href = anchors.level(a, v)
        return row([
          cell(label),
          cell(labels(a, level.value)),
          ...answer(level, href),
          ...(apart ? [difference(level, href)] : [])
        ])
      })
    )
  ]
}

/** The report as Markdown: plan, tables, figures; runs are in the page. */
export const markdown = (report: Report, pageFile: string): string => {
  const { analysis, figures, results, tally, words } = report
  const { name, question } = analysis.study
  const counts = [words.planned, words.done, words.failed, words.missing, words.cells, words.seeds]
  const numbers = [tally.planned, tally.done, tally.failed, tally.missing, analysis.points.length, analysis.seeds]
  const lines = [
    `# ${cell(name)}`,
    "",
    cell(question ?? words.noQuestion),
    "",
    row(counts.map(cell)),
    row(counts.map(() => "---")),
    row(numbers.map((count) => `[${count}](${pageFile}#plan)`)),
    "",
    words.howToReadText(fewestSeeds, analysis.draws.replicates),
    ...results.flatMap((result, m) => [
      "",
      `## ${cell(words.metric(result.name).name)}`,
      "",
      metricNotes(result, words).map(cell).join(" · "),
      "",
      ...(result.told ? metricTable(report, result, pageFile) : [words.nothingTold]),
      ...figures[m]!.flatMap((figure) => ["", `![${cell(figure.title)}](figures/${fileName(figure.name, words)})`])
    ])
  ]
  return `${lines.join("\n")}\n`
}
