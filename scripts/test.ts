/**
 * Every gate and every test; `npm test` sets the workspace up and comes here.
 *
 *   npm test                 gates, then tests; a failing gate does not stop the others
 *   npm test -- cli study    only the tests of these projects, a package each
 *   npm test -- census rle   only the tests whose path contains one of the words
 *
 * The last line printed is `N passed, N failed`, with `, N skipped` when tests were skipped.
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { projects } from "./projects.ts"
import { root } from "./workspaces.ts"

interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const gates: ReadonlyArray<{ readonly name: string; readonly command: readonly [string, ...ReadonlyArray<string>] }> = [
  { name: "format", command: ["oxfmt", "--check"] },
  { name: "lint", command: ["oxlint"] },
  { name: "build", command: ["turbo", "run", "build", "--output-logs=errors-only"] },
  { name: "types", command: ["tsc", "-b"] },
  { name: "effect diagnostics", command: ["effect-tsgo", "diagnostics", "--project", "tsconfig.json"] },
  { name: "configuration tables in READMEs", command: ["node", "scripts/write-config-tables.ts", "--check"] },
  { name: "unused exports and dependencies", command: ["knip", "--no-progress", "--no-config-hints"] }
]

const spawn = (command: string, args: ReadonlyArray<string>, stdio: "inherit" | "pipe") =>
  spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", stdio, stdio],
    encoding: "utf8",
    maxBuffer: 1 << 28,
    shell: process.platform === "win32"
  })

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

const passes = ({ command: [program, ...args], name }: (typeof gates)[number]): boolean => {
  const begun = performance.now()
  const result = spawn(program, args, "pipe")
  const ok = result.status === 0
  console.log(`${ok ? "ok    " : "FAILED"}  ${name}, ${seconds(begun)}`)
  if (!ok) console.log([result.error?.message, result.stdout, result.stderr].filter(Boolean).join("\n").trimEnd())
  return ok
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: ReadonlyArray<{
    readonly status: string
    readonly assertionResults: ReadonlyArray<{ readonly status: string }>
  }>
}

/** Chromium's software driver: without a graphics card the tests of WebGPU run on it. */
const softwareDriver = "/usr/lib/chromium/vk_swiftshader_icd.json"

const runTests = (filters: ReadonlyArray<string>): Tally => {
  const folder = join(root, "node_modules", ".cache")
  const reportPath = join(folder, "rulescope-tests.json")
  mkdirSync(folder, { recursive: true })
  rmSync(reportPath, { force: true })
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportPath}`]
  // An unknown card is no place for tests that state tolerances; a driver that somebody names is.
  if (existsSync(softwareDriver)) process.env["VK_ICD_FILENAMES"] ??= softwareDriver
  const { status } = spawn("vitest", ["run", ...reporters, ...filters], "inherit")
  if (!existsSync(reportPath)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(reportPath, "utf8")) as VitestReport
  // A file that cannot be loaded has no failed test of its own, and an unhandled error belongs to none.
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed")
  ).length
  const failed = report.numFailedTests + broken
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests
  }
}

const begun = performance.now()
const words = process.argv.slice(2)
const names = new Set((await projects()).map(({ test }) => test.name))
const filters = words.every((word) => names.has(word)) ? words.map((word) => `--project=${word}`) : words
const outcomes = filters.length > 0 ? [] : gates.map(passes)
const gatesPassed = outcomes.filter((ok) => ok).length
const tests = runTests(filters)
if (tests.passed + tests.failed === 0) console.log("no test ran")
const passed = gatesPassed + tests.passed
const failed = outcomes.length - gatesPassed + tests.failed
if (outcomes.length > 0) console.log(`gates: ${gatesPassed} of ${outcomes.length} passed`)
console.log(`tests: ${tests.passed} of ${tests.passed + tests.failed} passed; ${seconds(begun)} in all`)
console.log(`${passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ""}`)
process.exitCode = failed > 0 || tests.passed === 0 ? 1 : 0
