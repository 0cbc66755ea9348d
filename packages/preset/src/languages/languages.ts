// Written by scripts/generate-preset.ts from the language packages.
import type { Language } from "./Language.ts"

/** Languages other than English by their BCP 47 tags. */
export const languages: Readonly<Record<string, () => Promise<{ readonly language: Language }>>> = {
  "zh-CN": () => import("@rulescope/language-zh-cn")
}
