// Verdicts under noise: the true rule of every noisy recording, and rules with one class the other way round.
//
//   npm run -s tool -- node scripts/evaluate/verdicts.ts [folder of recordings]
//
// The noise is stated. A wrong class is one that the clean twin shows 100 to 1,000, or more than 1,000 times; up to
// three of each are tried for each recording. All frames are judged.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "../../packages/core/node_modules/effect/dist/index.js"
import { allTransitions, familyNamed, formatRule, type Rule } from "../../packages/automata/lattice/src/index.ts"
import { makeRandom } from "../../packages/random/src/index.ts"
import { Verifier } from "../../packages/automata/subject/src/index.ts"
import { parseRecordings } from "../../packages/automata/formats/src/index.ts"
import { replayVerifier } from "../../packages/automata/verifier-replay/src/index.ts"
import { expressible, idsMatching, recordingsFolder, ruleIn, truthOf } from "./recorded.ts"
import { families } from "../../packages/preset/src/index.ts"

const folder = recordingsFolder(process.argv[2])
const layer = replayVerifier.layer({ tolerance: 0, listed: 0 })

console.log("| data | rule | judged | confirmed | refuted | inconclusive | attainable too low | replays to the end |")
console.log("|---|---|---|---|---|---|---|---|")
for (const [family, short] of [
  ["life-like", "ll"],
  ["isotropic", "int"]
] as const) {
  for (const percent of ["01", "05", "10"]) {
    const tally = new Map<string, Record<string, number>>()
    for (const id of idsMatching(folder, new RegExp(`^p\\d+-${short}-noise${percent}$`))) {
      const truth = truthOf(folder, id)
      if (!expressible(truth, family)) continue
      const file = `${id}.npz`
      const bytes = readFileSync(join(folder, file))
      const [recording] = Effect.runSync(parseRecordings([{ name: file, bytes }], file))
      const rule = ruleIn(truth, family)
      const support = truthOf(folder, truth.clean!).support[family === "isotropic" ? "isotropic" : "totalistic"]
      const random = makeRandom(id)
      const between = (least: number, most: number): ReadonlyArray<Rule> =>
        familyNamed(families, family)!
          .classes.map(({ name }, index) => ({ index, seen: support[name] ?? 0, order: random.uniform() }))
          .filter(({ seen }) => seen >= least && seen < most)
          .sort((a, b) => a.order - b.order)
          .slice(0, 3)
          .map(({ index }) => ({ ...rule, labels: rule.labels.with(index, 1 - rule.labels[index]!) }))
      const cases: ReadonlyArray<readonly [string, ReadonlyArray<Rule>]> = [
        ["true", [rule]],
        ["one class of 100 to 1,000 wrong", between(100, 1000)],
        ["one class of more than 1,000 wrong", between(1000, Infinity)]
      ]
      for (const [kind, rules] of cases) {
        const line = tally.get(kind) ?? { confirmed: 0, refuted: 0, inconclusive: 0, low: 0, ended: 0, judged: 0 }
        tally.set(kind, line)
        for (const judged of rules) {
          const claim = { rule: judged, stride: 1, noise: { observation: Number(percent) / 100, dynamic: 0 } }
          const observation = {
            recording: recording!,
            boundary: "torus",
            transitions: allTransitions(recording!)
          } as const
          const verdict = await Effect.runPromise(
            Effect.flatMap(Verifier, ({ verify }) => verify(claim, [observation])).pipe(Effect.provide(layer))
          )
          line["judged"]!++
          line[verdict.status]!++
          if (verdict.attainable !== null && verdict.accuracy > verdict.attainable.high) line["low"]!++
          if (verdict.replay?.ended === "end of recording") line["ended"]!++
          if ((kind === "true") !== (verdict.status === "confirmed")) {
            console.error(`${id}, ${formatRule(judged)}, ${kind}: ${verdict.status}, ${verdict.because}`)
          }
        }
      }
    }
    for (const [kind, { confirmed, ended, inconclusive, judged, low, refuted }] of tally) {
      console.log(
        `| ${family}, noise ${Number(percent)} % | ${kind} | ${judged} | ${confirmed} | ${refuted} | ${inconclusive} | ${low} | ${ended} |`
      )
    }
  }
}
