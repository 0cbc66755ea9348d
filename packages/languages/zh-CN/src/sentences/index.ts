import type { Wording } from "@rulescope/core"
import { ofAutomata } from "./automata.ts"
import { ofCore } from "./core.ts"
import { ofFamilies } from "./families.ts"
import { ofFiles } from "./files.ts"
import { translator } from "./match.ts"
import { ofFormats } from "./formats.ts"
import { ofNetworks } from "./networks.ts"
import { ofNotations } from "./notations.ts"
import { ofPictures } from "./pictures.ts"
import { ofPlans } from "./plans.ts"
import { ofRecordings } from "./recordings.ts"
import { ofRivals } from "./rivals.ts"
import { ofRules } from "./rules.ts"
import { ofRuns } from "./runs.ts"
import { ofStudy } from "./study.ts"
import { ofTables } from "./tables.ts"
import { ofVerdicts } from "./verdicts.ts"

const translate = translator([
  ...ofRuns,
  ...ofVerdicts,
  ...ofRivals,
  ...ofPlans,
  ...ofNetworks,
  ...ofRules,
  ...ofFamilies,
  ...ofNotations,
  ...ofTables,
  ...ofPictures,
  ...ofRecordings,
  ...ofFiles
])

/** The same of sentences that are told as English alone: a reason and its remedy may be given as one. */
const ofText = (text: string): string | null => {
  for (let at = text.indexOf("; "); at >= 0; at = text.indexOf("; ", at + 1)) {
    const [reason, remedy] = [translate(text.slice(0, at)), translate(text.slice(at + 2))]
    if (reason !== null && remedy !== null) return `${reason}；${remedy}`
  }
  return translate(text)
}

const wordings: Readonly<Record<string, string>> = { ...ofCore, ...ofAutomata, ...ofFormats, ...ofStudy }

/** How a template of English is worded in Chinese; undefined where nobody has translated it. */
export const wordingOf = (template: string): Wording | undefined => wordings[template] ?? ofText(template) ?? undefined
