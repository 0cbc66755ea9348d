import { effectFigureSvg, heatMapSvg, rateFigureSvg, type SvgOptions } from "@rulescope/charts"
import type { Analysis } from "@rulescope/study"
import type { Links } from "./anchors.ts"
import { alongAxes, changes, mapOf } from "./figureData.ts"
import { labelsOf } from "./labels.ts"
import type { MetricResult } from "./results.ts"
import type { Words } from "./words/words.ts"

/** A figure of a report. */
export interface ReportFigure {
  /** Name of its file, without ending and language. */
  readonly name: string
  readonly title: string
  /** With links only inside a page. */
  readonly svg: (options: SvgOptions & { readonly links?: Links }) => string
}

const slug = (text: string): string => text.replaceAll(/[^\w-]+/g, "-")

/**
 * The figures of one metric: along the axes; where its values differ, also differences to the baseline and tables of
 * two axes.
 */
export const figuresOf = (analysis: Analysis, result: MetricResult, words: Words): ReadonlyArray<ReportFigure> => {
  if (!result.told || analysis.axes.length === 0) return []
  const maker = { analysis, words, labels: labelsOf(analysis) }
  const name = slug(result.name)
  const along = alongAxes(maker, result, undefined)
  const apart = changes(maker, result, undefined)
  return [
    {
      name: `${name}-axes`,
      title: along.title,
      svg: ({ links, ...options }) => {
        const data = alongAxes(maker, result, links)
        return "reference" in data ? effectFigureSvg(data, options) : rateFigureSvg(data, options)
      }
    },
    ...(apart.groups.length === 0 || result.constant
      ? []
      : [
          {
            name: `${name}-differences`,
            title: apart.title,
            svg: ({ links, ...options }: SvgOptions & { readonly links?: Links }) =>
              effectFigureSvg(changes(maker, result, links), options)
          }
        ]),
    ...(result.constant ? [] : result.maps).map((map) => ({
      name: `${name}-by-${slug(analysis.axes[map.down]!.label)}-${map.down + 1}-${slug(analysis.axes[map.across]!.label)}-${map.across + 1}`,
      title: mapOf(maker, result, map, undefined).title,
      svg: ({ links, ...options }: SvgOptions & { readonly links?: Links }) =>
        heatMapSvg(mapOf(maker, result, map, links), options)
    }))
  ]
}
