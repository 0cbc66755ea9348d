// Which family and which symmetry the data support, over every two-state recording on the 3×3 neighbourhood.
//
//   npm run -s tool -- node scripts/evaluate/families.ts [folder of recordings] [--only TEXT] [--soups N]
//
// A recording is right when the family is the smallest that can express its rule, and the symmetry the largest that
// its rule has. Also N soups (default 0) of random rules with noise: Life-like, isotropic and unrestricted ones.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "../../packages/core/node_modules/effect/dist/index.js"
import {
  expressIn,
  familiesFor,
  formatRule,
  moore,
  type Observation,
  readRule,
  type Rule,
  ruleTable,
  simulate,
  symmetries
} from "../../packages/automata/lattice/src/index.ts"
import { makeRandom } from "../../packages/random/src/index.ts"
import { chooseFamily, marginalLikelihood } from "../../packages/automata/subject/src/index.ts"
import { inPieces } from "../../packages/core/src/index.ts"
import { parseRecordings } from "../../packages/automata/formats/src/index.ts"
import { idsMatching, recordingsFolder, truthOf } from "./recorded.ts"
import { families } from "../../packages/preset/src/index.ts"

const args = process.argv.slice(2)
const valueOf = (flag: string): string | undefined => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined)
const cells = moore(1)
const groups = symmetries(cells, 2)
const candidates = familiesFor(families, { states: 2, dimension: 2 })

/** The smallest family and the largest symmetry of a rule; the family "none" when it is not on this neighbourhood. */
const kindOf = (rule: Rule) => {
  const table = ruleTable(rule)
  const symmetry = groups.find(({ classes, partition }) =>
    table.every((next, pattern) => next === table[classes[partition[pattern]!]!])
  )!
  return { family: candidates.find((family) => expressIn(rule, family) !== null)!.id, symmetry: symmetry.id }
}

interface Line {
  recordings: number
  family: number
  larger: number
  symmetry: number
  longest: number
}
const lines = new Map<string, Line>()

const judge = (kind: string, name: string, rule: Rule, observation: Observation): void => {
  const truth = kindOf(rule)
  const begun = performance.now()
  const chosen = Effect.runSync(
    inPieces(chooseFamily({ candidates, observations: [observation], within: cells }, marginalLikelihood))
  )
  const seconds = (performance.now() - begun) / 1000
  const line = lines.get(kind) ?? { recordings: 0, family: 0, larger: 0, symmetry: 0, longest: 0 }
  lines.set(kind, line)
  line.recordings++
  line.longest = Math.max(line.longest, seconds)
  if (chosen.id === truth.family) line.family++
  else if (
    candidates.find(({ id }) => id === chosen.id)!.classes.length >
    candidates.find(({ id }) => id === truth.family)!.classes.length
  )
    line.larger++
  if (chosen.symmetry!.id === truth.symmetry) line.symmetry++
  if (chosen.id !== truth.family || chosen.symmetry!.id !== truth.symmetry) {
    const best = Math.max(...chosen.symmetry!.scores.map(({ logEvidence }) => logEvidence))
    const deficits = chosen.symmetry!.scores.map(
      (s) => `${s.symmetry} ${(s.logEvidence - best).toFixed(1)} ± ${s.error.toFixed(1)}`
    )
    console.error(
      `${name}: ${truth.family}, ${truth.symmetry}; found ${chosen.id}, ${chosen.symmetry!.id} (${deficits.join(", ")})`
    )
  }
}

const folder = recordingsFolder(args[0])
const only = valueOf("--only") ?? ""
for (const id of idsMatching(folder, /^p(sk)?\d+-/).filter((name) => name.includes(only))) {
  const truth = truthOf(folder, id) as ReturnType<typeof truthOf> & { boundary: string; variant: string; p?: number }
  const read = readRule(families, truth.rule)
  if (!read.ok || read.value.family.neighbourhood.id !== cells.id || truth.variant === "every2") continue
  const file = `${id}.npz`
  const [recording] = Effect.runSync(parseRecordings([{ name: file, bytes: readFileSync(join(folder, file)) }], file))
  const transitions = Array.from({ length: recording!.frames - 1 }, (_, t) => t)
  const boundary = truth.boundary === "torus" ? "torus" : "unknown"
  const kind = `${read.value.family.id}, ${id.replace(/^p(sk)?\d+-(ll-?|int-?)?/, "") || "clean"}`
  judge(kind, id, read.value, { recording: recording!, boundary, transitions })
}

for (let run = 0; run < Number(valueOf("--soups") ?? 0); run++) {
  const random = makeRandom(`families/${run}`)
  const family = candidates[run % 3]!
  const rule = { family, labels: Uint8Array.from(family.classes, () => random.below(2)) }
  const noise = [0.01, 0.05, 0.1][Math.floor(run / 3) % 3]!
  const side = 32 + 16 * random.below(5)
  const world = { width: side, height: side, boundary: "torus" as const }
  const density = 0.1 + 0.8 * random.uniform()
  const first = Uint8Array.from({ length: side * side }, () => (random.uniform() < density ? 1 : 0))
  const frames = 4 + random.below(28)
  const seen = simulate(rule, first, world, frames - 1).map((cell) => (random.uniform() < noise ? 1 - cell : cell))
  const recording = { ...world, source: `soup ${run}`, frames, states: 2, cells: seen, rule: null }
  const transitions = Array.from({ length: frames - 1 }, (_, t) => t)
  judge(`${family.id}, random soups, noise ${100 * noise} %`, `soup ${run} ${formatRule(rule).slice(0, 24)}`, rule, {
    recording,
    boundary: "torus",
    transitions
  })
}

console.log("| data | recordings | family right | larger than the rule's | symmetry right | longest, seconds |")
console.log("|---|---|---|---|---|---|")
for (const [kind, { family, larger, longest, recordings, symmetry }] of [...lines].sort()) {
  console.log(`| ${kind} | ${recordings} | ${family} | ${larger} | ${symmetry} | ${longest.toFixed(2)} |`)
}
