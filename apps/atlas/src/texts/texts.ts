import { defineTexts } from "@rulescope/ui"
import { en } from "./en.ts"
import { zh } from "./zh.ts"

/** Everything that the Atlas says. */
export const texts = defineTexts(en, zh)
