import { Files } from "@rulescope/core"
import { subjects } from "@rulescope/preset"
import { decodeStudySpec, makePlan } from "@rulescope/study"
import { Backend } from "@rulescope/tensor"
import { assert, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const folder = join(import.meta.dirname, "../../examples/studies")

/** Runs and trainings, and the page that states them. */
const stated: Readonly<Record<string, readonly [page: string, runs: number, trainings: number]>> = {
  "augmenters-by-skew": ["studies", 100, 40],
  "backbones-by-data": ["studies", 120, 120],
  "inferrers-by-noise": ["studies", 90, 30],
  "minimal-network": ["backbones", 576, 576],
  "minimal-network-as-published": ["backbones", 576, 576],
  "report-setting": ["studies", 160, 160],
  thresholds: ["studies", 1440, 16]
}

const nothing = Layer.mergeAll(
  Backend.layer(),
  Layer.succeed(Files, { read: () => Effect.die("no example reads files") })
)

it.effect.each(Object.entries(stated))(
  "examples/studies/%s.json takes the runs and trainings stated",
  ([name, [page, ...counts]]) =>
    Effect.gen(function* () {
      const study = yield* decodeStudySpec(JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")))
      const plan = yield* makePlan(subjects, study)
      assert.deepStrictEqual([plan.counts.runs, plan.counts.fit], counts)
      const docs = readFileSync(join(folder, `../../docs/${page}.md`), "utf8")
      const [runs, trainings] = counts.map((count) => count.toLocaleString("en-US"))
      assert.include(docs, `\`${name}.json\`: ${runs} runs, ${trainings} trainings`)
    }).pipe(Effect.provide(nothing))
)

it("no example is left out", () => {
  assert.deepStrictEqual(
    readdirSync(folder).sort(),
    Object.keys(stated)
      .map((name) => `${name}.json`)
      .sort()
  )
})
