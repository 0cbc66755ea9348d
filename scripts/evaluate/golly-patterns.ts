// Reads every pattern of Golly's collection and compares its cells with those that bgolly reads.
//
//   node scripts/evaluate/golly-patterns.ts [FOLDER] [--list]
//
// FOLDER is Golly's "Patterns", /usr/share/golly/Patterns where the Debian package puts it. bgolly reads each file
// with the first algorithm that takes it and writes generation 0 as RLE, which is decoded here by a loop of its own.
import { Result } from "effect"
import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, extname, join, relative } from "node:path"
import { makeBudget } from "../../packages/arrays/src/index.ts"
import { formats } from "../../packages/automata/formats/src/formats.ts"
import { open } from "../../packages/automata/formats/src/open.ts"
import type { Pattern } from "../../packages/automata/formats/src/plane/pattern.ts"

const folder = process.argv.slice(2).find((arg) => !arg.startsWith("--")) ?? "/usr/share/golly/Patterns"
const listsAll = process.argv.includes("--list")
const rules = `${join(dirname(folder), "Rules")}/`
const work = mkdtempSync(join(tmpdir(), "golly-patterns-"))

const filesIn = (path: string): ReadonlyArray<string> =>
  readdirSync(path).flatMap((name) => {
    const full = join(path, name)
    return statSync(full).isDirectory() ? filesIn(full) : [full]
  })

/** Cells as text, independent of where they lie: `column row length state` of maximal runs. */
const canonical = (runs: ReadonlyArray<number>): string => {
  let [left, top] = [Infinity, Infinity]
  for (let i = 0; i < runs.length; i += 4) {
    left = Math.min(left, runs[i]!)
    top = Math.min(top, runs[i + 1]!)
  }
  return runs.map((value, i) => (i % 4 === 0 ? value - left : i % 4 === 1 ? value - top : value)).join(" ")
}

/** Golly's own RLE, which has no `?`, no blanks and one pattern. */
const decode = (text: string): ReadonlyArray<number> => {
  const body = text
    .split("\n")
    .filter((line) => !/^(?:#|x\s*=)/.test(line))
    .join("")
  const runs: Array<number> = []
  let [x, y] = [0, 0]
  for (const [, count, symbol] of body.matchAll(/(\d*)(\$|!|\.|b|o|[A-X]|[p-y][A-X])/g)) {
    const n = count === "" ? 1 : Number(count)
    if (symbol === "!") break
    if (symbol === "$") {
      y += n
      x = 0
      continue
    }
    const state =
      symbol === "." || symbol === "b"
        ? 0
        : symbol === "o"
          ? 1
          : (symbol!.length === 2 ? 24 * (symbol!.charCodeAt(0) - 111) : 0) +
            symbol!.charCodeAt(symbol!.length - 1) -
            64
    const last = runs.length - 4
    if (
      state > 0 &&
      last >= 0 &&
      runs[last + 1] === y &&
      runs[last + 3] === state &&
      x === runs[last]! + runs[last + 2]!
    )
      runs[last + 2]! += n
    else if (state > 0) runs.push(x, y, n, state)
    x += n
  }
  return runs
}

const algorithms = ["QuickLife", "HashLife", "Generations", "Larger than Life", "JvN", "RuleLoader"]

/** What bgolly makes of a file, or null when no algorithm takes it. */
const byGolly = (path: string): ReadonlyArray<number> | null => {
  const out = join(work, "out.rle")
  for (const algorithm of algorithms) {
    rmSync(out, { force: true })
    const args = ["-q", "-q", "-s", rules, "-a", algorithm, "-m", "0", "-i", "1", "-o", out, path]
    const { status } = spawnSync("bgolly", args, { timeout: 60_000 })
    if (status !== 0) continue
    const text = Result.getOrElse(
      Result.try(() => readFileSync(out, "utf8")),
      () => ""
    )
    if (text !== "") return decode(text)
  }
  return null
}

const opening = () => ({ formats, budget: makeBudget(2 ** 31, 0), settings: {} })

const counts = new Map<string, [read: number, equal: number, compared: number]>()
const wrong: Array<string> = []

const check = async (path: string, name: string, bytes: Uint8Array): Promise<void> => {
  const ending = extname(name.replace(/\.gz$/, ""))
  if (ending === ".lua" || ending === ".py" || ending === ".rule") return
  const opened = open({ name, bytes }, opening())
  const read = Result.isFailure(opened)
    ? Result.fail(opened.failure)
    : await opened.success[0]!.format.read(opened.success[0]!)
  const entry = counts.get(ending) ?? [0, 0, 0]
  counts.set(ending, entry)
  if (Result.isFailure(read) || read.success.kind !== "patterns") {
    wrong.push(`${path}: ${Result.isFailure(read) ? read.failure.reason : "read as frames"}`)
    return
  }
  entry[0]++
  const golly = byGolly(path)
  if (golly === null) {
    wrong.push(`${path}: bgolly does not take it`)
    return
  }
  entry[2]++
  const [pattern] = read.success.patterns as [Pattern]
  if (canonical(pattern.runs) === canonical(golly)) {
    entry[1]++
    if (listsAll) console.log(`= ${path}`)
  } else
    wrong.push(
      `${path}: ${read.success.patterns.length} patterns, ${pattern.runs.length / 4} runs, bgolly ${golly.length / 4}`
    )
}

for (const path of filesIn(folder)) {
  const bytes = new Uint8Array(readFileSync(path))
  if (!path.endsWith(".zip")) {
    await check(path, relative(folder, path), bytes)
    continue
  }
  const files = Result.getOrElse(open({ name: path, bytes }, opening()), () => [])
  for (const file of files) {
    const copy = join(work, file.name)
    writeFileSync(copy, file.bytes)
    await check(copy, file.name, file.bytes)
  }
}
for (const line of wrong) console.log(line)
for (const [ending, [read, equal, compared]] of counts) {
  console.log(`${ending}: ${read} read, ${equal} of ${compared} with the cells that bgolly reads`)
}
rmSync(work, { recursive: true })
