import { ofFiles } from "./files.ts"
import { translator } from "./match.ts"
import { ofNetworks } from "./networks.ts"
import { ofRecordings } from "./recordings.ts"
import { ofRules } from "./rules.ts"
import { ofRuns } from "./runs.ts"

const translate = translator([...ofRuns, ...ofNetworks, ...ofRules, ...ofRecordings, ...ofFiles])

/**
 * What a stage says when something fails, in Chinese; null when nobody has translated it, as with a plugin from
 * elsewhere. A reason and its remedy, joined by a semicolon, may be given as one.
 */
export const inChinese = (text: string): string | null => {
  for (let at = text.indexOf("; "); at >= 0; at = text.indexOf("; ", at + 1)) {
    const [reason, remedy] = [translate(text.slice(0, at)), translate(text.slice(at + 2))]
    if (reason !== null && remedy !== null) return `${reason}；${remedy}`
  }
  return translate(text)
}
