import { rendering, type Sentence } from "@rulescope/core"
import { ofAutomata } from "./automata.ts"
import { ofCore } from "./core.ts"
import { ofFiles } from "./files.ts"
import { translator } from "./match.ts"
import { ofNetworks } from "./networks.ts"
import { ofRecordings } from "./recordings.ts"
import { ofRules } from "./rules.ts"
import { ofRuns } from "./runs.ts"
import { ofStudy } from "./study.ts"

const translate = translator([...ofRuns, ...ofNetworks, ...ofRules, ...ofRecordings, ...ofFiles])

/** The same of sentences that are told as English alone: a reason and its remedy may be given as one. */
const ofText = (text: string): string | null => {
  for (let at = text.indexOf("; "); at >= 0; at = text.indexOf("; ", at + 1)) {
    const [reason, remedy] = [translate(text.slice(0, at)), translate(text.slice(at + 2))]
    if (reason !== null && remedy !== null) return `${reason}；${remedy}`
  }
  return translate(text)
}

const wordings: Readonly<Record<string, string>> = { ...ofCore, ...ofAutomata, ...ofStudy }

/**
 * What a stage says when something fails, in Chinese; null when nobody has translated it, as with a plugin from
 * elsewhere.
 */
export const inChinese: (sentence: Sentence) => string | null = rendering(
  (template) => wordings[template] ?? ofText(template) ?? undefined,
  "、"
)
