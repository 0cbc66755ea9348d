// Written by scripts/generate-preset.ts from the language packages.
import type { Source } from "./Language.ts"

/** Languages other than English by their BCP 47 tags. */
export const languages: Readonly<Record<string, Source>> = {
  "zh-CN": { language: () => import("@rulescope/language-zh-cn"), plugins: () => import("./words/zh-CN.ts") }
}
