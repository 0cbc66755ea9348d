import { ui } from "@rulescope/language-en"
import { defineTexts } from "./LanguageProvider.tsx"

/** What the components themselves say. */
export const uiTexts = defineTexts("ui", ui)
