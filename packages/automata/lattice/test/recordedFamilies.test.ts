import { describe, expect, it } from "vitest"
import {
  allTransitions,
  type Boundary,
  explain,
  formatRule,
  generations,
  hexagonalRules,
  kindOf,
  largerThanLife,
  readRule,
  type Rule,
  rowTotal,
  simulate,
  takeClassCensus,
  vonNeumannRules
} from "../src/index.ts"
import { factsOf, hasRecordings, readRecording, recordingIds } from "./shared.ts"

const kinds = [kindOf(1, vonNeumannRules), kindOf(1, hexagonalRules), generations, largerThanLife]

const ruleOf = (text: string): Rule => {
  const read = readRule(kinds, text)
  if (!read.ok) throw new Error(explain(read.error))
  return read.value
}

const ids = hasRecordings ? recordingIds().filter((id) => /-(gen|hex|ltl|vn)(-crop|-mask20)?$/.test(id)) : []

describe.skipIf(!hasRecordings)("recordings made with bgolly (skipped where ../shared/recordings is absent)", () => {
  it.each(ids.filter((id) => factsOf(id).variant === "clean"))("%s follows its rule", (id) => {
    const { rule: text } = factsOf(id)
    const { cells, frames, height, width } = readRecording(id)
    const rule = ruleOf(text)
    expect(formatRule(rule)).toBe(text)
    const evolved = simulate(rule, cells.slice(0, width * height), { width, height, boundary: "torus" }, frames - 1)
    expect(evolved.reduce((wrong, cell, i) => wrong + (cell === cells[i] ? 0 : 1), 0)).toBe(0)
  })

  it.each(ids)("%s shows its rule and nothing else in the census of its classes", (id) => {
    const { boundary: written, rule: text } = factsOf(id)
    const recording = readRecording(id)
    const { family, labels } = ruleOf(text)
    const boundary: Boundary = written === "torus" ? "torus" : "unknown"
    const observations = [{ recording, boundary, transitions: allTransitions(recording) }]
    const { counts } = takeClassCensus(family, observations)
    const against = counts.filter(
      (count, i) => count > 0 && labels[Math.floor(i / family.states)] !== i % family.states
    )
    expect([...against]).toEqual([])
    // One cell in five is hidden, and 121 of them make a neighbourhood: none is whole.
    if (id === "p52-ltl-mask20") return
    const seen = family.classes.filter((_, index) => rowTotal(counts, family.states, index) > 0).length
    expect(seen).toBeGreaterThan(family.classes.length / 4)
  })
})
