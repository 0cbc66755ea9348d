import { formatRule, readRule } from "../../../packages/automata/lattice/src/index.ts"
import { families } from "../../../packages/preset/src/index.ts"
import { parseLaw, printLaw } from "../../../packages/flow/sde/src/index.ts"
import { specInLink } from "../../../apps/studio/src/keep/link.ts"
import { type Target, text, textOf } from "../target.ts"

const rules = ["B36/S23", "B2-a/S12", "W110", "23/3", "345/2/4", "B2/S34H", "R5,C0,M1,S34..58,B34..45,NM", "S2-i3/B3"]
const map = `MAP${"A".repeat(86)}`

const again = (what: string, first: string, second: string): void => {
  if (first !== second) throw new Error(`${what} reads back as another: ${first} and ${second}`)
}

/** Rule strings; one that is read is written as text that reads as the same rule. */
export const ofRules: Target = {
  name: "rules",
  seeds: [...rules, map].map((rule) => text(rule)),
  read: async (input) => {
    const read = readRule(families, textOf(input))
    if (!read.ok) return
    const written = formatRule(read.value)
    const reread = readRule(families, written)
    if (!reread.ok) throw new Error(`${written} cannot be read again`)
    again("a rule", written, formatRule(reread.value))
  }
}

/** Laws of flows. */
export const ofLaws: Target = {
  name: "laws",
  seeds: [
    "phi1' = 1.3 - sin(phi1) + 0.25 sin(phi2 - phi1); phi2' = 1.1 - sin(phi2); noise 0.1",
    "x' = x - x^3; noise 0.5",
    "phi' = v; v' = 1.2 - sin(phi) - 0.5 v; noise 0, 0.2"
  ].map((law) => text(law)),
  read: async (input) => {
    const read = parseLaw(textOf(input))
    if (!read.ok) return
    const written = printLaw(read.value)
    const reread = parseLaw(written)
    if (!reread.ok) throw new Error(`${written} cannot be read again`)
    again("a law", written, printLaw(reread.value))
  }
}

const link = btoa(JSON.stringify({ generator: { id: "soup", config: { rule: "B36/S23" } } })).replaceAll("=", "")

/** Links of Studio. */
export const ofLinks: Target = {
  name: "links",
  seeds: [text(link), text("e30")],
  read: async (input) => void specInLink(`#spec=${textOf(input)}`)
}
