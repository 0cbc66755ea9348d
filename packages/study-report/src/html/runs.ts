import type { StudyRow } from "@rulescope/study"
import { cellId, runId } from "../anchors.ts"
import { runNumber } from "../numbers.ts"
import { cellAnswers } from "../results.ts"
import { answerRemark, answerText } from "../sentences.ts"
import { pointText } from "./cells.ts"
import { escaped, section, table } from "./markup.ts"
import type { Report } from "./report.ts"

const seedOption = / --seed \d+(?= |$)/

/** Commands of a cell: one for all when they differ in the seed alone, else every one. */
const commands = (rows: ReadonlyArray<StudyRow>, { words }: Report): string => {
  const distinct = new Map(rows.map(({ command }) => [command.replace(seedOption, ""), command]))
  const blocks = [...distinct.values()].map((command) => `<pre>${escaped(command)}</pre>`).join("")
  const others = rows.length > distinct.size ? `<p class="small quiet">${escaped(words.otherSeeds)}</p>` : ""
  return `<p class="small quiet">${escaped(words.command)}</p>${blocks}${others}`
}

const runRow = (row: StudyRow, metrics: ReadonlyArray<string>, { words }: Report): string => {
  const { error, metrics: values, rule, run, seed, status } = row
  const first = `<tr id="${runId(run)}"><td class="n">${run}</td><td class="n">${seed}</td>`
  if (status === "failed") {
    const said = `${error?.tag ?? ""}: ${error?.message ?? ""}`
    return `${first}<td class="bad">${escaped(words.failed)}</td><td colspan="${metrics.length + 1}">${escaped(said)}</td></tr>`
  }
  const numbers = metrics.map((name) => `<td class="n">${runNumber(values[name])}</td>`).join("")
  return `${first}<td>${escaped(words.done)}</td><td>${escaped(rule ?? "")}</td>${numbers}</tr>`
}

/** Every run under its cell, with the command that makes it again. */
export const runsSection = (report: Report): string => {
  const { analysis, results, words } = report
  const byCell = analysis.points.map((): Array<StudyRow> => [])
  for (const [i, row] of analysis.rows.entries()) byCell[analysis.cell[i]!]!.push(row)
  const first = results[0]
  const answers = first === undefined ? [] : cellAnswers(analysis, first)
  const metrics = results.filter(({ told }) => told).map(({ name }) => name)
  const head = [
    ...[words.run, words.seed].map((text) => `<th class="n">${escaped(text)}</th>`),
    ...[words.status, words.rule].map((text) => `<th>${escaped(text)}</th>`),
    ...metrics.map((name) => `<th class="n">${escaped(words.metric(name).name)}</th>`)
  ]
  const cells = byCell.map((unsorted, c) => {
    const rows = unsorted.sort((a, b) => a.run - b.run)
    const place =
      analysis.axes.length === 0 ? words.cell(c + 1) : `${words.cell(c + 1)}: ${pointText(report, c, words)}`
    if (rows.length === 0)
      return `<p id="${cellId(c)}">${escaped(place)} <span class="quiet">(${escaped(words.noRows)})</span></p>`
    const said = [
      words.support({
        runs: rows.length,
        seeds: new Set(rows.map(({ seed }) => seed)).size,
        failed: rows.filter(({ status }) => status === "failed").length
      }),
      ...(first === undefined || answers[c]!.mean.mean === null
        ? []
        : [`${words.metric(first.name).name} ${answerText(answers[c]!, first, words)}`])
    ].join(" · ")
    const alone = answers[c] === undefined ? "" : answerRemark({ ...answers[c], rate: null }, words)
    return `<details id="${cellId(c)}"><summary>${escaped(place)} <span class="said small">${escaped(alone === "" ? said : `${said} (${alone})`)}</span></summary>${commands(rows, report)}${table(
      head,
      rows.map((row) => runRow(row, metrics, report))
    )}</details>`
  })
  return section("runs", words.allRuns, `<p class="quiet">${escaped(words.allRunsText)}</p>`, ...cells)
}
