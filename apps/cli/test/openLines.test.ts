import type { ClassEstimate } from "@rulescope/automata"
import { assert, it } from "@effect/vitest"
import { openLines } from "../src/display/openLines.ts"

const one = (name: string, more: Partial<ClassEstimate>): ClassEstimate => ({
  class: name,
  label: null,
  support: 12,
  confidence: 0.99999,
  posterior: [0.00001, 0.99999],
  ...more
})

it("an open class shows why it is open and the probability of every label, not a confidence", () => {
  const classes = [
    one("B1", { open: { why: "too few", seen: 12, needs: 20 } }),
    one("B2", { label: 1 }),
    one("B3", { support: 0, posterior: [0.5, 0.5], open: { why: "never seen" } }),
    one("B4", { posterior: [0.4, 0.6], open: { why: "twin rule" } }),
    one("B5", { posterior: [0.25, 0.75] })
  ]
  const lines = openLines(
    { classes, range: { min: "B/S", max: "B1345/S", rules: 16 } },
    { colour: false, width: 80, live: false }
  )
  assert.deepStrictEqual(lines, [
    "  unseen    B3",
    "  unsettled B1: seen 12 times, needs more than 20; dead 0.001 %, live > 99.99 %",
    "            B4: a twin rule explains the same frames; dead 40.0 %, live 60.0 %",
    "            B5: dead 25.0 %, live 75.0 %",
    "            2^4 rules remain"
  ])
})
