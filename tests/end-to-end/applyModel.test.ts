import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { lifeLike, moore, takeCensus } from "@rulescope/lattice"
import { Backbone, encodeModel, sampleOf } from "@rulescope/automata"
import { Files, Registry } from "@rulescope/core"
import { automataRegistries } from "@rulescope/preset"
import { Backend } from "@rulescope/tensor"
import { observeAll, randomRule, recordSoup } from "@rulescope/testkit"
import { assert, it } from "@effect/vitest"
import { Effect, Layer } from "effect"

const script = join(import.meta.dirname, "../../examples/apply_model.py")
const numpy = spawnSync("python3", ["-c", "import numpy"]).status === 0

const noFiles = Layer.succeed(Files, Files.of({ read: () => Effect.die("no file is read here") }))
const environment = Layer.merge(Backend.layer("wasm"), noFiles)

const choices = [
  { id: "cnn", config: {} },
  { id: "cnn", config: { activation: "elu", depth: 2, width: 16 } },
  { id: "cnn", config: { logits: "less", lastWidth: 8, activation: "prelu" } },
  { id: "p4", config: {} },
  { id: "p4", config: { activation: "poly2", depth: 2 } },
  { id: "p8", config: {} },
  { id: "p8", config: { activation: "prelu", action: "interpolated" } },
  // These see more than the rule, and answer with the mean over the surroundings that they carry along.
  { id: "cnn", config: { width: 8, convolutions: 2, maxSteps: 30, attempts: 1 } },
  { id: "p4", config: { width: 4, convolutions: 2, maxSteps: 30, attempts: 1 } },
  { id: "p8", config: { width: 4, kernel: 5, maxSteps: 30, attempts: 1 } }
] as const

for (const choice of choices) {
  it.effect.skipIf(!numpy)(
    `examples/apply_model.py predicts what ${choice.id} ${JSON.stringify(choice.config)} does (needs python3 with NumPy)`,
    () =>
      Effect.gen(function* () {
        const { fit, predict } = yield* Effect.provide(Backbone, Registry.select(automataRegistries.backbones, choice))
        const soup = observeAll(
          recordSoup(randomRule(lifeLike, "python"), "python", { frames: 4, height: 24, width: 24 })
        )
        const census = takeCensus(moore(1), 2, [soup])
        const model = yield* fit(census, "python", [sampleOf(soup)])
        const patterns = Array.from({ length: 512 }, (_, pattern) => pattern)
        const ours = yield* predict(model, patterns)
        const folder = yield* Effect.acquireRelease(
          Effect.sync(() => mkdtempSync(join(tmpdir(), "rulescope-"))),
          (path) => Effect.sync(() => rmSync(path, { recursive: true }))
        )
        const path = join(folder, "model.safetensors")
        writeFileSync(path, encodeModel(model))
        const { status, stderr, stdout } = spawnSync("python3", [script, path], { encoding: "utf8" })
        assert.strictEqual(status, 0, stderr)
        const rows = stdout.trim().split("\n")
        assert.strictEqual(rows.length, 512)
        for (const [pattern, row] of rows.entries()) {
          const [cells, ...probabilities] = row.split(" ")
          assert.strictEqual(cells, pattern.toString(2).padStart(9, "0"))
          // The two add in another order; 10⁻⁵ is far above float32 rounding and far below a wrong formula.
          for (const [next, p] of probabilities.entries()) assert.closeTo(Number(p), ours[2 * pattern + next]!, 1e-5)
        }
      }).pipe(Effect.scoped, Effect.provide(environment))
  )
}
