/**
 * Breaks the sources on purpose, one place at a time, and sees whether a test falls: each mutation is applied, the tests
 * named beside it run, and the source is put back. Ends with an error when a mutation survives.
 *
 *   npm run -s tool -- node scripts/mutations.ts          all of them, some minutes
 *   npm run -s tool -- node scripts/mutations.ts key      those whose name contains a word
 */
import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./workspaces.ts"

interface Mutation {
  readonly name: string
  readonly file: string
  /** Stands in the file once. */
  readonly from: string
  readonly to: string
  /** Test files that have to notice. */
  readonly tests: ReadonlyArray<string>
}

const keys = ["packages/automata/subject/test/keys.test.ts"]
const thresholds = ["apps/cli/test/thresholds.test.ts"]
const steps = "packages/core/src/Steps.ts"
const step = (name: string): string => `packages/automata/subject/src/steps/${name}.ts`

const mutations: ReadonlyArray<Mutation> = [
  {
    name: "key without the noise of the claim",
    file: step("verify"),
    from: "labels: [...rule.labels], stride, noise }",
    to: "labels: [...rule.labels], stride }",
    tests: keys
  },
  {
    name: "key without the stride of the estimate",
    file: step("verify"),
    from: "labels: [...rule.labels], stride, noise }",
    to: "labels: [...rule.labels], noise }",
    tests: keys
  },
  {
    name: "key of a model without its frames",
    file: step("learn"),
    from: 'after: ["observe"],',
    to: "after: [],",
    tests: keys
  },
  {
    name: "key without what a file holds",
    file: step("observe"),
    from: "asks: () => source,",
    to: "asks: () => Effect.succeed(null),",
    tests: keys
  },
  {
    name: "key without the versions of plugins",
    file: steps,
    from: "[place, choice, version]",
    to: "[place, choice]",
    tests: keys
  },
  {
    name: "key without the code that a plugin uses",
    file: "packages/core/src/Open.ts",
    from: "versionText(entry.version, entry.uses)",
    to: "versionText(entry.version)",
    tests: keys
  },
  {
    name: "key without the code of the step",
    file: steps,
    from: "code: step.code.map(({ id, version }) => [id, version]),",
    to: "",
    tests: keys
  },
  {
    name: "key of an estimate without the confidences",
    file: step("infer"),
    from: 'code: [confidence, { id: "estimate", version: 2 }],',
    to: 'code: [{ id: "estimate", version: 2 }],',
    tests: keys
  },
  {
    name: "key of a model without the backend",
    file: steps,
    from: "machine: step.computes ? yield* Machine : null,",
    to: "machine: null,",
    tests: keys
  },
  {
    name: "margin of the boundary decision halved",
    file: "packages/automata/lattice/src/boundary.ts",
    from: "const margin = 20",
    to: "const margin = 10",
    tests: ["packages/automata/lattice/test/boundary.test.ts"]
  },
  {
    name: "held-out block: the earliest instead of the latest on ties",
    file: step("HeldOut"),
    from: "if (compare(lost, fewest) < 0)",
    to: "if (compare(lost, fewest) <= 0)",
    tests: ["packages/automata/subject/test/HeldOut.test.ts"]
  },
  {
    name: "page forgets that a stage was reused",
    file: "apps/studio/src/run/runState.ts",
    from: "seconds: event.seconds, reused: event.reused }",
    to: "seconds: event.seconds }",
    tests: ["apps/studio/test/run.test.ts"]
  },
  {
    name: "threshold doubled: beta",
    file: "packages/automata/inferrer-threshold/src/readLabels.ts",
    from: "return competes ? beta * (total - count) : null",
    to: "return competes ? 2 * beta * (total - count) : null",
    tests: thresholds
  },
  {
    name: "threshold doubled: alpha",
    file: "packages/automata/inferrer-threshold/src/readLabels.ts",
    from: "return { cells: alpha[centre]!, next }",
    to: "return { cells: 2 * alpha[centre]!, next }",
    tests: ["packages/automata/inferrer-threshold/test/Threshold.test.ts"]
  },
  {
    name: "threshold doubled: the four cases",
    file: "packages/automata/inferrer-class-threshold/src/readLabels.ts",
    from: "share * total",
    to: "2 * share * total",
    tests: thresholds
  },
  {
    name: "verifier forgets that neighbouring cells are correlated",
    file: "packages/automata/verifier-replay/src/expectation.ts",
    from: "const correlated = rule.family.neighbourhood.offsets.length + 1",
    to: "const correlated = 1",
    tests: ["packages/automata/verifier-replay/test/underNoise.test.ts"]
  }
]

const occurrences = (text: string, part: string): number => text.split(part).length - 1

/** Whether the tests pass. */
const pass = (tests: ReadonlyArray<string>): boolean =>
  spawnSync("vitest", ["run", ...tests], { cwd: root, stdio: "ignore", shell: process.platform === "win32" }).status ===
  0

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130))

const word = process.argv[2] ?? ""
let killed = 0
const survived: Array<string> = []
for (const { file, from, name, tests, to } of mutations.filter((one) => one.name.includes(word))) {
  const path = join(root, file)
  const text = readFileSync(path, "utf8")
  if (occurrences(text, from) !== 1) {
    console.error(`${name}: ${file} has the place ${occurrences(text, from)} times, not once`)
    process.exit(2)
  }
  // Put back whatever ends this process.
  const restore = (): void => writeFileSync(path, text)
  process.once("exit", restore)
  writeFileSync(
    path,
    text.replace(from, () => to)
  )
  const alive = pass(tests)
  restore()
  process.removeListener("exit", restore)
  if (alive) survived.push(name)
  else killed++
  console.log(`${alive ? "SURVIVED" : "killed  "}  ${name}`)
}
console.log(`${killed} killed, ${survived.length} survived`)
process.exitCode = survived.length > 0 ? 1 : 0
