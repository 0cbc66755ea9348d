import type { StudyRow } from "@rulescope/study"
import { cellId, runId } from "../anchors.ts"
import { runNumber } from "../numbers.ts"
import { runPageFile } from "../runPages.ts"
import { answerRemark, answerText } from "../sentences.ts"
import { pointText } from "./cells.ts"
import { escaped, link, section, table } from "./markup.ts"
import type { Report } from "./report.ts"

const seedOption = / --seed \d+(?= |$)/

/** Commands of a cell: one for all when they differ in the seed alone, else every one. */
const commands = (rows: ReadonlyArray<StudyRow>, { words }: Report): string => {
  const distinct = new Map<string, string>()
  for (const { command } of rows) {
    const but = command.replace(seedOption, "")
    if (!distinct.has(but)) distinct.set(but, command)
  }
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

const summaryOf = (report: Report, cell: number, rows: ReadonlyArray<StudyRow>): string => {
  const { results, words } = report
  const failed = rows.filter(({ status }) => status === "failed").length
  const support = words.support({ runs: rows.length, seeds: new Set(rows.map(({ seed }) => seed)).size, failed })
  const answer = report.cells[cell]
  if (answer === undefined || answer.mean.mean === null) return support
  const remark = answerRemark({ ...answer, mean: { ...answer.mean, failed: 0 }, rate: null }, words)
  const said = `${words.metric(results[0]!.name).name} ${answerText(answer, results[0]!, words)}`
  return `${support} · ${said}${remark === "" ? "" : ` · ${remark}`}`
}

/** Cells with their runs and the command that makes them again. */
export const cellBlocks = (report: Report, cells: ReadonlyArray<number>): string => {
  const { analysis, results, words } = report
  const byCell = new Map(cells.map((cell) => [cell, new Array<StudyRow>()]))
  for (const [i, row] of analysis.rows.entries()) byCell.get(analysis.cell[i]!)?.push(row)
  const metrics = results.filter(({ told }) => told).map(({ name }) => name)
  const head = [
    ...[words.run, words.seed].map((text) => `<th class="n">${escaped(text)}</th>`),
    ...[words.status, words.rule].map((text) => `<th>${escaped(text)}</th>`),
    ...metrics.map((name) => `<th class="n">${escaped(words.metric(name).name)}</th>`)
  ]
  const block = ([cell, unsorted]: readonly [number, ReadonlyArray<StudyRow>]): string => {
    const at = analysis.axes.length === 0 ? "" : `: ${pointText(report, cell)}`
    const place = escaped(`${words.cell(cell + 1)}${at}`)
    if (unsorted.length === 0) {
      return `<p id="${cellId(cell)}">${place} <span class="quiet">(${escaped(words.noRows)})</span></p>`
    }
    const rows = unsorted.toSorted((a, b) => a.run - b.run)
    const lines = rows.map((row) => runRow(row, metrics, report))
    return `<details id="${cellId(cell)}"><summary>${place} <span class="said small">${escaped(summaryOf(report, cell, rows))}</span></summary>${commands(rows, report)}${table(head, lines)}</details>`
  }
  return Array.from(byCell, block).join("")
}

/** Every run under its cell, or where to find them when there are very many. */
export const runsSection = (report: Report): string => {
  const { analysis, pages, words } = report
  const about = `<p class="quiet">${escaped(words.allRunsText)}</p>`
  if (pages.length === 0) {
    return section("runs", words.allRuns, about, cellBlocks(report, [...analysis.points.keys()]))
  }
  const items = pages.map(({ cells, runs }, p) => {
    const name = words.cellsTo(cells[0]! + 1, cells.at(-1)! + 1, runs)
    return `<li>${link(runPageFile(p, words.language), name)}</li>`
  })
  return section("runs", words.allRuns, about, `<ul>${items.join("")}</ul>`)
}
