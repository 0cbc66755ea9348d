import {
  allTransitions,
  type Family,
  fold,
  formatRule,
  isotropic,
  lifeLike,
  moore,
  observedPatterns,
  readRule,
  type Recording,
  type Rule,
  ruleTable,
  simulate,
  takeCensus
} from "../src/index.ts"
import { type Facts, factsOf, readRecording } from "./shared.ts"
import { twoStates } from "./twoStates.ts"

const read = (text: string): Rule => {
  const result = readRule(twoStates, text)
  if (!result.ok) throw new Error(`${text}: ${result.error.reason}`)
  return result.value
}

const ownNotation = new Set(["life-like", "isotropic-non-totalistic"])

const ruleDifferences = (facts: Facts, recording: Recording): ReadonlyArray<string> => {
  const { cells, frames, height, width } = recording
  const rule = read(facts.map_rule!)
  const evolved = simulate(rule, cells.slice(0, width * height), { width, height, boundary: "torus" }, frames - 1)
  const wrong = evolved.reduce((sum, cell, i) => sum + (cell === cells[i] ? 0 : 1), 0)
  const found = wrong === 0 ? [] : [`${wrong} cells do not follow ${facts.rule}`]
  if (!ownNotation.has(facts.family)) return found
  const named = read(facts.rule)
  if (ruleTable(named).join() !== ruleTable(rule).join()) found.push(`${facts.rule} is not its MAP`)
  if (formatRule(named) !== facts.rule) found.push(`${facts.rule} is written ${formatRule(named)}`)
  return found
}

const supportDifferences = (facts: Facts, recording: Recording): ReadonlyArray<string> => {
  const boundary = facts.boundary === "torus" ? "torus" : "unknown"
  const census = takeCensus(moore(1), 2, [{ recording, boundary, transitions: allTransitions(recording) }])
  const compare = (family: Family, support: Readonly<Record<string, number>> | undefined): ReadonlyArray<string> => {
    if (support === undefined) return []
    const { counts } = fold(census.counts, family)
    return family.classes.flatMap(({ name }, index) => {
      const seen = counts[2 * index]! + counts[2 * index + 1]!
      return seen === (support[name] ?? 0) ? [] : [`${name} seen ${seen} times, not ${support[name] ?? 0}`]
    })
  }
  const patterns = observedPatterns(census).length
  const known = facts.support?.configs_seen_of_512 ?? patterns
  return [
    ...compare(lifeLike, facts.support?.totalistic),
    ...compare(isotropic, facts.support?.isotropic),
    ...(known === patterns ? [] : [`${patterns} patterns seen, not ${known}`])
  ]
}

/** What a two-state recording and its description say differently from us; empty when nothing does. */
export const differences = (id: string): ReadonlyArray<string> => {
  const facts = factsOf(id)
  const recording = readRecording(id)
  const evolved = facts.boundary === "torus" && (facts.variant === "clean" || facts.variant === "skewed")
  return [
    ...(evolved && typeof facts.map_rule === "string" ? ruleDifferences(facts, recording) : []),
    ...(facts.support === undefined ? [] : supportDifferences(facts, recording))
  ]
}
