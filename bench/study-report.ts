/** Report of a study of 10,000 runs: what it takes to write, and how large it is. The rows are made up. */
import { makeRandom } from "@rulescope/random"
import { decodeStudySpec, layoutOf, prepareAnalysis, type StudyRow, type StudySpec } from "@rulescope/study"
import { studyReport } from "@rulescope/study-report"
import { writeReport } from "@rulescope/study-report/node"
import { Effect } from "effect"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"

const grid = Effect.runSync(
  decodeStudySpec({
    name: "thresholds under noise",
    question: "Which ratio and beta read the rule of a noisy recording?",
    base: { family: "life-like", generator: { id: "soup", config: { rule: "B36/S23" } } },
    axes: [
      { path: "inferrer.config.ratio", range: { from: 0.1, to: 1, steps: 10 } },
      { path: "inferrer.config.beta", logRange: { from: 1, to: 100, steps: 10 } },
      { path: "generator.config.noise", values: [0, 0.01, 0.02, 0.05, 0.1] }
    ],
    seeds: 20,
    baseline: { ratio: 0.6, beta: 12.9154966501, noise: 0 }
  })
)

/** The same number of runs, each in a cell of its own. */
const map: StudySpec = {
  ...grid,
  name: "thresholds as a map",
  axes: [
    { path: "inferrer.config.ratio", range: { from: 0.01, to: 1, steps: 100 } },
    { path: "inferrer.config.beta", logRange: { from: 1, to: 100, steps: 100 } }
  ],
  seeds: 1,
  baseline: {}
}

const rowsOf = (study: StudySpec): ReadonlyArray<StudyRow> => {
  const { points, seeds } = Effect.runSync(layoutOf(study))
  const random = makeRandom("rows")
  return points.flatMap((point, p) =>
    seeds.map((seed, s): StudyRow => {
      const hard = 40 * Number(point["noise"] ?? 0.03) + Math.abs(Number(point["ratio"]) - 0.6)
      const wrong = Math.floor(hard * 2 * random.uniform())
      const undetermined = Math.floor(hard * 3 * random.uniform())
      const failed = random.uniform() < 0.002
      const run = p * seeds.length + s
      const sets = Object.entries(point).map(([name, value]) => `--set inferrer.config.${name}=${value}`)
      return {
        run,
        key: `${run}`,
        group: `${p}`,
        point,
        seed,
        status: failed ? "failed" : "done",
        error: failed ? { tag: "InferError", message: "no class was seen often enough; observe more frames" } : null,
        rule: failed ? null : wrong + undetermined === 0 ? "B36/S23" : "B3/S23",
        truth: "B36/S23",
        metrics: failed
          ? {}
          : {
              ruleExact: wrong + undetermined === 0 ? 1 : 0,
              right: 18 - wrong - undetermined,
              wrong,
              undetermined,
              accuracy: 1 - hard / 100 - random.uniform() / 1000,
              heldOutAccuracy: 1 - hard / 100,
              calibration: random.uniform() / 10 - 0.03,
              secondsTotal: s % 4 === 0 ? 1 + random.uniform() : null
            },
        versions: { "generator soup": "1", "inferrer threshold": "2", "backbone cnn": "3", "verifier replay": "2" },
        command: `rulescope run --seed ${seed} --set family=life-like --set 'generator={"id":"soup","config":{"rule":"B36/S23","soups":10,"width":96,"height":96,"generations":40,"density":0.5,"boundary":"torus"}}' --set 'backbone={"id":"cnn","config":{"width":32,"learningRate":0.01,"maxSteps":2000}}' ${sets.join(" ")}`,
        finished: "2026-11-25T00:00:00.000Z"
      }
    })
  )
}

/** What work gives, and the processor seconds that it takes, on all threads of this process. */
const timed = async <A>(work: () => A | Promise<A>): Promise<readonly [result: A, seconds: number]> => {
  const begun = process.cpuUsage()
  const result = await work()
  const { system, user } = process.cpuUsage(begun)
  return [result, (system + user) / 1e6]
}

const kept = process.argv[2]
for (const study of [grid, map]) {
  const rows = rowsOf(study)
  const [, prepared] = await timed(() => Effect.runSync(prepareAnalysis(study, rows)))
  const [files, written] = await timed(() => Effect.runSync(studyReport(study, rows)))
  const folder = kept === undefined ? mkdtempSync(join(tmpdir(), "report-")) : join(kept, study.name)
  const [, pngs] = await timed(() => Effect.runPromise(writeReport(folder, files)))
  const size = (text: string): string => {
    const bytes = Buffer.from(text)
    return `${(bytes.length / 1e6).toFixed(2)} MB, ${(gzipSync(bytes).length / 1e6).toFixed(2)} MB gzipped`
  }
  console.log(`${study.name}: ${rows.length} runs in ${new Set(rows.map(({ group }) => group)).size} cells`)
  console.log(`  rows set out in columns   ${prepared.toFixed(2)} s`)
  console.log(`  all files as text         ${written.toFixed(2)} s`)
  console.log(`  files and PNGs written    ${pngs.toFixed(2)} s, ${files.length} files`)
  for (const { path, text } of files.filter(({ path }) => !path.startsWith("figures/"))) {
    console.log(`  ${path.padEnd(25)} ${size(text)}`)
  }
  if (kept === undefined) rmSync(folder, { recursive: true })
}
