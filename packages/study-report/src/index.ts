import {
  type AnalysisOptions,
  type InvalidStudy,
  prepareAnalysis,
  type StudyRow,
  type StudySpec,
  tally
} from "@rulescope/study"
import { Effect } from "effect"
import { anchorsOf } from "./anchors.ts"
import { figuresOf } from "./figures.ts"
import { page, runPage } from "./html/page.ts"
import type { Report } from "./html/report.ts"
import { fileName } from "./html/results.ts"
import { labelsOf } from "./labels.ts"
import { markdown } from "./markdown.ts"
import { cellAnswers, resultsOf } from "./results.ts"
import { fileOfCell, runPageFile, runPagesOf } from "./runPages.ts"
import { en } from "./words/en.ts"
import type { Language, Words } from "./words/words.ts"
import { zh } from "./words/zh.ts"

export type { Links } from "./anchors.ts"
export { figuresOf, type ReportFigure } from "./figures.ts"
export { type Labels, labelsOf } from "./labels.ts"
export { metricResult, type MetricResult } from "./results.ts"
export type { Language, Words } from "./words/words.ts"

/** A file of a report. */
export interface ReportFile {
  /** Within the report's folder, with "/" between folders. */
  readonly path: string
  readonly text: string
  /** Path of the PNG that is to be made from this SVG; its words are English, since the PNG's font has no others. */
  readonly png?: string
}

export interface ReportOptions extends AnalysisOptions {
  /** Default both. */
  readonly languages?: ReadonlyArray<Language>
}

/** The words of reports and their figures. */
export const wordsOf: Readonly<Record<Language, Words>> = { en, "zh-CN": zh }

const named = (language: Language, ending: string): string =>
  language === "en" ? `report.${ending}` : `report.${language}.${ending}`

/**
 * The report of a study as files: a page and a table in every language, figures as SVG. The same study, rows and
 * options give the same bytes; nothing is read and nothing is written.
 */
export const studyReport = Effect.fn("studyReport")(function* (
  study: StudySpec,
  rows: ReadonlyArray<StudyRow>,
  { languages = ["en", "zh-CN"], ...options }: ReportOptions = {}
): Effect.fn.Return<ReadonlyArray<ReportFile>, InvalidStudy> {
  const analysis = yield* prepareAnalysis(study, rows, options)
  const results = resultsOf(analysis)
  const cells = results.length === 0 ? [] : cellAnswers(analysis, results[0]!)
  const labels = labelsOf(analysis)
  const pages = runPagesOf(analysis)
  const reports = new Map(
    [...new Set<Language>([...languages, "en"])].map((language): readonly [Language, Report] => {
      const words = wordsOf[language]
      const figures = results.map((result) => figuresOf(analysis, result, words))
      const anchors = anchorsOf(analysis, fileOfCell(pages, language))
      return [language, { analysis, results, cells, figures, tally: tally(analysis), pages, anchors, labels, words }]
    })
  )
  const pictures = Array.from(reports.values(), ({ figures, words }): ReadonlyArray<ReportFile> =>
    figures.flat().map(({ name, svg }) => ({
      path: `figures/${fileName(name, words)}`,
      text: svg({ theme: "light" }),
      ...(words.language === "en" ? { png: `figures/${name}.png` } : {})
    }))
  )
  const texts = languages.map((language): ReadonlyArray<ReportFile> => {
    const report = reports.get(language)!
    const other = languages.find((one) => one !== language)
    const file = named(language, "html")
    return [
      { path: file, text: page(report, other === undefined ? undefined : named(other, "html")) },
      { path: named(language, "md"), text: markdown(report, file) },
      ...pages.map((one, p) => ({ path: runPageFile(p, language), text: runPage(report, one, file) }))
    ]
  })
  return [...texts, ...pictures].flat()
})
