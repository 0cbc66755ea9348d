// Whether *confirmed* ever stands over a wrong label: recordings read by every inferrer, with every stride and family stated.
//
//   npm run -s tool -- node scripts/evaluate/confirmed.ts [folder of recordings] [--names=RE] [--inferrers=a,b] [--strides=recorded,1,2] [--families=auto,life-like]
//
// A label is wrong when some pattern of its class goes elsewhere under the rule that the recording was made with.
import { join } from "node:path"
import { type Family, familyIn, type Rule, readRule, ruleTable } from "../../packages/automata/lattice/src/index.ts"
import { judgementOf } from "../../packages/automata/subject/src/index.ts"
import { idsMatching, makeRunner, recordingsFolder, truthOf } from "./recorded.ts"
import { families } from "../../packages/preset/src/index.ts"

const folder = recordingsFolder(process.argv[2])
const option = (name: string, otherwise: string): string =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise
const list = (name: string, otherwise: string): ReadonlyArray<string> => option(name, otherwise).split(",")

const ids = idsMatching(folder, new RegExp(option("names", "^p\\d+-(ll|int)")))
const inferrers = list("inferrers", "threshold,class-threshold,likelihood")
const strides = list("strides", "recorded")
const familiesStated = list("families", "auto")

/** Whether a class of the family goes to this state under the rule, whichever of its patterns occurs. */
const holds = (rule: Rule, family: Family) => {
  const table = ruleTable(rule)
  return (index: number, label: number): boolean =>
    table.every((next, pattern) => family.partition![pattern] !== index || next === label)
}

const run = await makeRunner()
console.log(
  "| inferrer | stride | family | runs | confirmed | of them with a wrong label | refuted | inconclusive | labels | wrong |"
)
console.log("|---|---|---|---|---|---|---|---|---|---|")
for (const inferrer of inferrers) {
  for (const stride of strides) {
    for (const stated of familiesStated) {
      const tally = { runs: 0, confirmed: 0, misled: 0, refuted: 0, inconclusive: 0, labels: 0, wrong: 0 }
      for (const id of ids) {
        const truth = readRule(families, truthOf(folder, id).rule)
        if (!truth.ok) continue
        try {
          const spec = {
            family: stated,
            stride: /^\d+$/.test(stride) ? Number(stride) : stride,
            inferrer: { id: inferrer }
          }
          const result = await run(join(folder, `${id}.npz`), spec)
          const family = familyIn(families, result.estimate.family, result.estimate.variant)!
          if (family.neighbourhood.id !== truth.value.family.neighbourhood.id) continue
          const right = holds(truth.value, family)
          const wrong = result.estimate.classes.filter(({ label }, index) => label !== null && !right(index, label))
          const { because, rival, status } = judgementOf(result)
          tally.runs++
          tally.labels += result.estimate.classes.filter(({ label }) => label !== null).length
          tally.wrong += wrong.length
          tally[status === "unproved" ? "inconclusive" : status]++
          if (status === "confirmed" && wrong.length > 0) tally.misled++
          if ((status === "confirmed") !== (wrong.length === 0)) {
            const names = wrong
              .slice(0, 6)
              .map((one) => `${one.class} ${one.label} ${one.support}x ${one.confidence.toFixed(4)}`)
            console.error(
              `${id} ${inferrer} ${stride} ${stated} ${status}: ${because} | wrong: ${names.join(", ")} | hint: ${rival?.kind}`
            )
          }
        } catch (error) {
          console.error(
            `${id} ${inferrer} ${stride} ${stated}: ${error instanceof Error ? error.message : String(error)}`
          )
        }
      }
      const { confirmed, inconclusive, labels, misled, refuted, runs, wrong } = tally
      console.log(
        `| ${inferrer} | ${stride} | ${stated} | ${runs} | ${confirmed} | ${misled} | ${refuted} | ${inconclusive} | ${labels} | ${wrong} |`
      )
    }
  }
}
