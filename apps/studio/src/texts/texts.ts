import { englishRunWords, type RunWords } from "@rulescope/charts"
import { type StudioTexts, studio } from "@rulescope/language-en"
import { defineTexts, type Texts } from "@rulescope/ui"

/** Everything that the Studio says. */
export const texts: Texts<StudioTexts> = defineTexts("studio", studio)

/** Words of the figures about one run. */
export const figureTexts: Texts<RunWords> = defineTexts("figures", englishRunWords)
