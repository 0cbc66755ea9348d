import { type Analysis, type AxisLabel, fewestSeeds } from "@rulescope/study"
import { escaped, section, table } from "./markup.ts"
import type { Report } from "./report.ts"

/** Axes of more values than this are cut short in the table of axes. */
const shownValues = 12

const lastFinished = ({ rows }: Analysis): string | undefined =>
  rows
    .map(({ finished }) => finished)
    .sort()
    .at(-1)

/** How many runs were planned, done, failed and not made. */
export const planSection = ({ analysis, tally, words }: Report): string => {
  const counts: ReadonlyArray<readonly [name: string, count: number, href: string, bad: boolean]> = [
    [words.planned, tally.planned, "#axes", false],
    [words.done, tally.done, "#runs", false],
    [words.failed, tally.failed, "#failures", tally.failed > 0],
    [words.missing, tally.missing, "#runs", tally.missing > 0],
    [words.cells, analysis.points.length, "#runs", false],
    [words.seeds, analysis.seeds, "#runs", false]
  ]
  const last = lastFinished(analysis)
  return section(
    "plan",
    words.plan,
    `<ul class="counts">${counts
      .map(
        ([name, count, href, bad]) =>
          `<li${bad ? ' class="bad"' : ""}><b><a href="${href}">${count}</a></b>${escaped(name)}</li>`
      )
      .join("")}</ul>`,
    last === undefined ? "" : `<p class="quiet small">${escaped(words.lastFinished)} ${escaped(last)}</p>`
  )
}

/** All values of an axis, or the first and last of very many. */
const valuesText = (axis: number, values: ReadonlyArray<AxisLabel>, { labels, words }: Report): string => {
  const named = values.map((value) => labels(axis, value))
  return named.length <= shownValues
    ? named.join(" · ")
    : words.someOf(named.slice(0, 3).join(" · "), named.at(-1)!, named.length)
}

/** What the study varies, with its baseline. */
export const axesSection = (report: Report): string => {
  const { analysis, labels, words } = report
  const head = [words.axis, words.path, words.values, words.baseline].map((text) => `<th>${escaped(text)}</th>`)
  const rows = analysis.axes.map(
    ({ baseline, label, path, values }, a) =>
      `<tr><th scope="row">${escaped(label)}</th><td><code>${escaped(path)}</code></td><td class="wrap">${escaped(valuesText(a, values, report))}</td><td>${escaped(baseline === null ? words.noBaseline : labels(a, baseline))}</td></tr>`
  )
  return section("axes", words.axes, table(head, rows))
}

export const howToRead = ({ analysis, words }: Report): string =>
  section("how", words.howToRead, `<p>${escaped(words.howToReadText(fewestSeeds, analysis.draws.replicates))}</p>`)

/** The study as it is written, and the versions that its rows were made with. */
export const asRun = ({ analysis, words }: Report): string => {
  const versions = new Set(analysis.rows.flatMap((row) => Object.entries(row.versions).map(([id, v]) => `${id} ${v}`)))
  return section(
    "study",
    words.asRun,
    `<details><summary>${escaped(analysis.study.name)}.json</summary><pre>${escaped(JSON.stringify(analysis.study, null, 2))}</pre></details>`,
    versions.size === 0
      ? ""
      : `<p class="small quiet">${escaped(words.versions)}: ${escaped([...versions].sort().join(", "))}</p>`
  )
}
