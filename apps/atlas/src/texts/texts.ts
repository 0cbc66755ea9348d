import { englishRunWords, type RunWords } from "@rulescope/charts"
import { type AtlasTexts, atlas } from "@rulescope/language-en"
import { defineTexts, type Texts } from "@rulescope/ui"

/** Everything that the Atlas says. */
export const texts: Texts<AtlasTexts> = defineTexts("atlas", atlas)

/** Words of the figures about one run. */
export const figureTexts: Texts<RunWords> = defineTexts("figures", englishRunWords)
