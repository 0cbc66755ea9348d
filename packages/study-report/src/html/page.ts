import type { RunPage } from "../runPages.ts"
import { failuresSection, limitsSection } from "./caveats.ts"
import { partsSection } from "./cells.ts"
import { htmlDocument } from "./document.ts"
import { escaped, link } from "./markup.ts"
import { asRun, axesSection, howToRead, planSection } from "./overview.ts"
import type { Report } from "./report.ts"
import { metricId, metricSection } from "./results.ts"
import { cellBlocks, runsSection } from "./runs.ts"

/** The report as one page; `other` is the page in the other language. */
export const page = (report: Report, other: string | undefined): string => {
  const { analysis, results, tally, words } = report
  const { name, question } = analysis.study
  const contents = [
    ...results.map((result) => link(`#${metricId(result.name)}`, words.metric(result.name).name)),
    link("#limits", words.limits),
    link("#failures", words.failures),
    link("#runs", words.allRuns)
  ]
  const items = contents.map((item) => `<li>${item}</li>`).join("")
  const toOther = other === undefined ? "" : link(other, words.otherPage)
  return htmlDocument(name, words, [
    `<header id="top"><p class="kind"><span>${escaped(words.study)}</span>${toOther}</p><h1>${escaped(name)}</h1>`,
    `<p class="lead">${escaped(question ?? words.noQuestion)}</p><p>${escaped(words.summary(tally))}</p>`,
    `<nav aria-label="${escaped(words.contents)}"><ul>${items}</ul></nav></header>`,
    planSection(report),
    axesSection(report),
    howToRead(report),
    ...results.map((_, m) => metricSection(report, m)),
    limitsSection(report),
    failuresSection(report),
    partsSection(report),
    runsSection(report),
    asRun(report),
    `<footer><p>${escaped(words.madeBy)} ${link("#top", words.top)}</p></footer>`
  ])
}

/** A page of runs, for a report of very many; `reportFile` is the page that it belongs to. */
export const runPage = (report: Report, { cells, runs }: RunPage, reportFile: string): string => {
  const { analysis, words } = report
  const back = link(`../${reportFile}#runs`, words.toReport)
  const which = words.cellsTo(cells[0]! + 1, cells.at(-1)! + 1, runs)
  return htmlDocument(`${analysis.study.name}: ${which}`, words, [
    `<header><p class="kind"><span>${escaped(analysis.study.name)}</span>${back}</p><h1>${escaped(which)}</h1>`,
    `<p class="quiet">${escaped(words.allRunsText)}</p></header>`,
    cellBlocks(report, cells),
    `<footer><p>${back}</p></footer>`
  ])
}
