import { failuresSection, limitsSection } from "./caveats.ts"
import { partsSection } from "./cells.ts"
import { escaped, link } from "./markup.ts"
import { asRun, axesSection, howToRead, planSection } from "./overview.ts"
import type { Report } from "./report.ts"
import { metricId, metricSection } from "./results.ts"
import { runsSection } from "./runs.ts"
import { style } from "./style.ts"

/** The whole page as one file: no script, nothing from anywhere else; `other` is the page in the other language. */
export const page = (report: Report, other: string | undefined): string => {
  const { analysis, results, tally, words } = report
  const { name, question } = analysis.study
  const contents = [
    ...results.map((result) => link(`#${metricId(result.name)}`, words.metric(result.name).name)),
    link("#limits", words.limits),
    link("#failures", words.failures),
    link("#runs", words.allRuns)
  ]
  const body = [
    `<header id="top"><p class="kind"><span>${escaped(words.study)}</span>${other === undefined ? "" : link(other, words.otherPage)}</p><h1>${escaped(name)}</h1>`,
    `<p class="lead">${escaped(question ?? words.noQuestion)}</p><p>${escaped(words.summary(tally))}</p>`,
    `<nav aria-label="${escaped(words.contents)}"><ul>${contents.map((item) => `<li>${item}</li>`).join("")}</ul></nav></header>`,
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
  ]
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:"
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(name)} · Rulescope</title>
<style>${style}</style>
</head>
<body>
<main>
${body.join("\n")}
</main>
</body>
</html>
`
}
