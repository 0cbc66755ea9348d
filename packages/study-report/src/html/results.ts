import { type LevelResult, type MetricResult } from "../results.ts"
import { answerRemark, answerText, differenceRemark, differenceText, metricNotes } from "../sentences.ts"
import type { Words } from "../words/words.ts"
import { escaped, link, section, table } from "./markup.ts"
import type { Report } from "./report.ts"

export const metricId = (name: string): string => `m-${name.replaceAll(".", "-")}`

const remark = (text: string): string => (text === "" ? "" : `<small>${escaped(text)}</small>`)

const differenceCell = (level: LevelResult, href: string, result: MetricResult, words: Words): string => {
  if (level.baseline) return `<td class="quiet">${escaped(words.isBaseline)}</td>`
  if (level.difference === null) return "<td></td>"
  const text = differenceText(level.difference, result, words)
  return `<td>${link(href, text)}${remark(differenceRemark(level.difference, words))}</td>`
}

const trials = ({ mean, rate }: LevelResult): string =>
  rate === null ? String(mean.values) : `${rate.successes}/${rate.trials}`

const axisRows = (
  { analysis, anchors, labels, words }: Report,
  result: MetricResult,
  a: number,
  apart: boolean
): string => {
  const { baseline, label } = analysis.axes[a]!
  const compared = apart && baseline !== null
  const difference = result.axes[a]!.some((level) => level.difference !== null)
  const head = `<tr class="axis"><th scope="rowgroup" colspan="3">${escaped(label)}</th>${apart ? (difference ? `<th>${escaped(words.difference(labels(a, baseline!)))}</th>` : "<td></td>") : ""}</tr>`
  const rows = result.axes[a]!.map((level, v) => {
    const href = anchors.level(a, v)
    return `<tr><th scope="row">${escaped(labels(a, level.value))}</th><td class="n">${link(href, trials(level))}</td><td>${link(href, answerText(level, result, words))}${remark(answerRemark(level, words))}</td>${apart ? (compared ? differenceCell(level, href, result, words) : "<td></td>") : ""}</tr>`
  })
  return head + rows.join("")
}

const metricTable = (report: Report, result: MetricResult): string => {
  const { analysis, words } = report
  const apart = result.axes.some((levels) => levels.some(({ difference }) => difference !== null))
  const { mean, rate } = result.overall
  const all = { ...result.overall, value: "", baseline: false, difference: null }
  const column = rate === null ? words.mean : words.share
  const head = [
    `<th>${escaped(words.value)}</th>`,
    `<th class="n">${escaped(words.runs)}</th>`,
    `<th>${escaped(column)}</th>`,
    ...(apart ? [`<th>${escaped(words.differencesHead)}</th>`] : [])
  ]
  const overall = `<tr><th scope="row">${escaped(words.overAll)}</th><td class="n">${link("#runs", trials(all))}</td><td>${link("#runs", answerText(result.overall, result, words))}${remark(mean.runs === 0 ? "" : answerRemark(result.overall, words))}</td>${apart ? "<td></td>" : ""}</tr>`
  return table(head, [overall, ...analysis.axes.map((_, a) => axisRows(report, result, a, apart))], "numbers")
}

/** Everything about one metric: what it means, its figures, its numbers. */
export const metricSection = (report: Report, m: number): string => {
  const { anchors, figures, results, words } = report
  const result = results[m]!
  const notes = metricNotes(result, words).map(escaped).join(" · ")
  const drawn = figures[m]!.map(({ name, svg, title }) => {
    const markup = svg({ theme: "page", links: anchors })
    const wide = Number(/ width="([\d.]+)"/.exec(markup)?.[1]) > 500
    const files = `<a href="figures/${fileName(name, words)}">${escaped(words.downloads.svg)}</a> · <a href="figures/${name}.png">${escaped(words.downloads.png)}</a>`
    return `<figure${wide ? ' class="wide"' : ""} aria-label="${escaped(title)}"><div class="scroll"${wide ? ' tabindex="0"' : ""}>${markup}</div><figcaption>${files}</figcaption></figure>`
  })
  return section(
    metricId(result.name),
    words.metric(result.name).name,
    `<p class="quiet">${notes}</p>`,
    ...(result.told
      ? drawn.length === 0
        ? [metricTable(report, result)]
        : [
            `<div class="figures">${drawn.join("")}</div>`,
            `<details><summary>${escaped(words.asTable)}</summary>${metricTable(report, result)}</details>`
          ]
      : [`<p>${escaped(words.nothingTold)}</p>`])
  )
}

/** Name of a figure's SVG file: its words are in one language. */
export const fileName = (name: string, { language }: Words): string =>
  language === "en" ? `${name}.svg` : `${name}.${language}.svg`
