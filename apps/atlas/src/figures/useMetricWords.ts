import { type Words, wordsOf } from "@rulescope/study-report"
import { useLanguage } from "@rulescope/ui"

/** What metrics and figures are called, in the words of the study's report. */
export const useMetricWords = (): Words => wordsOf[useLanguage().spoken.tag === "zh-CN" ? "zh-CN" : "en"]
