// Recordings that skip generations: what can be told of the rule, and whether it is.
//
//   npm run -s tool -- node scripts/evaluate/strides.ts [folder of recordings]
//
// Life-like recordings of every second generation, with the stride stated and with it to be found, and every third
// generation of their clean twins. A class is asked for when the clean twin shows it at least 10 times. It is
// undecidable when two rules that differ in it both give every recorded frame, bit for bit, from the first one: the
// script simulates the true rule and every rule that the run lists, and prints those that do.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect } from "../../packages/core/node_modules/effect/dist/index.js"
import {
  everyNth,
  expressIn,
  readRule,
  type Recording,
  type Rule,
  simulate
} from "../../packages/automata/lattice/src/index.ts"
import { parseRecordings, writeNpz } from "../../packages/automata/formats/src/index.ts"
import { idsMatching, makeRunner, recordingsFolder, ruleIn, type Truth, truthOf } from "./recorded.ts"
import { families } from "../../packages/preset/src/index.ts"

const family = "life-like"
const folder = recordingsFolder(process.argv[2])
const scratch = mkdtempSync(join(tmpdir(), "rulescope-strides-"))
const infer = await makeRunner()

const readRecording = async (id: string): Promise<Recording> => {
  const name = `${id}.npz`
  const files = [{ name, bytes: readFileSync(join(folder, name)) }]
  return (await Effect.runPromise(parseRecordings(files, name)))[0]!
}

/** Whether a rule gives every frame from the first one, each `stride` generations after the one before. */
const gives = (rule: Rule, recording: Recording, stride: number): boolean => {
  const { cells, frames, height, width } = recording
  const world = { width, height, boundary: "torus" as const }
  const all = simulate(rule, cells.slice(0, width * height), world, (frames - 1) * stride)
  const seen = everyNth({ ...recording, frames: (frames - 1) * stride + 1, cells: all }, stride).cells
  return cells.every((cell, at) => cell === seen[at])
}

const cases = async (id: string) => {
  const truth = truthOf(folder, id)
  const third = everyNth(await readRecording(truth.clean!), 3)
  const path = join(scratch, `${truth.clean}-every3.npz`)
  writeFileSync(path, writeNpz(third))
  const second = { truth, recording: await readRecording(id), path: join(folder, `${id}.npz`) }
  return [
    { ...second, name: "every second generation, stride stated", stride: 2, stated: 2 },
    { ...second, name: "every second generation, stride auto", stride: 2, stated: "auto" },
    { truth, recording: third, path, name: "every third generation, stride stated", stride: 3, stated: 3 },
    { truth, recording: third, path, name: "every third generation, stride auto", stride: 3, stated: "auto" }
  ] as const
}

const rows = new Map<
  string,
  Record<"recordings" | "strides" | "asked" | "undecidable" | "right" | "wrong" | "open", number>
>()
const proofs: Array<string> = []
const asked = (truth: Truth, name: string): boolean =>
  (truthOf(folder, truth.clean!).support.totalistic[name] ?? 0) >= 10

for (const id of idsMatching(folder, /^p\d+-ll-every2$/)) {
  for (const { name, path, recording, stated, stride, truth } of await cases(id)) {
    const { estimate } = await infer(path, { family, inferrer: { id: "likelihood" }, stride: stated })
    const rule = ruleIn(truth, family)
    const listed = estimate.equivalent.flatMap(({ rule: text }) => {
      const read = readRule(families, text)
      const other = read.ok ? expressIn(read.value, rule.family) : null
      return other === null || other.labels.every((label, index) => label === rule.labels[index])
        ? []
        : [{ text, other }]
    })
    const twins = gives(rule, recording, stride) ? listed.filter(({ other }) => gives(other, recording, stride)) : []
    const row = rows.get(name) ?? { recordings: 0, strides: 0, asked: 0, undecidable: 0, right: 0, wrong: 0, open: 0 }
    rows.set(name, row)
    row.recordings++
    row.strides += estimate.stride === stride ? 1 : 0
    let undecidable = 0
    for (const [index, { class: className, label }] of estimate.classes.entries()) {
      if (!asked(truth, className)) continue
      row.asked++
      if (twins.some(({ other }) => other.labels[index] !== rule.labels[index])) undecidable++
      if (label === null) row.open++
      else row[label === rule.labels[index] ? "right" : "wrong"]++
    }
    row.undecidable += undecidable
    if (twins.length > 0) {
      const rules = [truth.rule, ...twins.map(({ text }) => text)].join(" and ")
      proofs.push(
        `${id}, ${name}: ${rules} each give all ${recording.frames} frames of ${recording.width} × ${recording.height} from the first one, bit for bit; they differ in ${undecidable} classes asked for`
      )
    }
  }
}
rmSync(scratch, { recursive: true })

console.log(
  "| data | recordings | stride right | classes | undecidable | identifiable | right | share | wrong | open |"
)
console.log("|---|---|---|---|---|---|---|---|---|---|")
for (const [name, { asked: all, open, recordings, right, strides, undecidable, wrong }] of rows) {
  const identifiable = all - undecidable
  const share = ((100 * right) / identifiable).toFixed(2)
  console.log(
    `| ${name} | ${recordings} | ${strides} | ${all} | ${undecidable} | ${identifiable} | ${right} | ${share} % | ${wrong} | ${open} |`
  )
}
console.log(`\nProofs:\n${proofs.map((proof) => `- ${proof}`).join("\n")}`)
