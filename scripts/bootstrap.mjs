// Sets the workspace up from Node 20 and npm alone, then runs what was asked for on Node 24.
//
//   node scripts/bootstrap.mjs <rulescope arguments>     the command line
//   node scripts/bootstrap.mjs --test [vitest filters]   every gate and every test
//   node scripts/bootstrap.mjs --tool <program> …        a program of the workspace, e.g. --tool pnpm add …
//
// Plain JavaScript without dependencies: it runs before anything is installed.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { delimiter, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const tools = join(root, ".tools")
const PNPM = "12.21.0"
const NODE = "24.21.0"

const [major, minor] = process.versions.node.split(".").map(Number)
// Node 22.19 is Effect's floor, and older ones do not run TypeScript without a flag.
const nodeIsRecent = major >= 24 || (major === 22 && minor >= 19)
const platform = { linux: "linux", darwin: "darwin", win32: "win" }[process.platform]
const wanted = [`pnpm@${PNPM}`, ...(nodeIsRecent ? [] : [`node-${platform}-${process.arch}@${NODE}`])]

const bin = join(tools, "node_modules", ".bin")
const env = {
  ...process.env,
  PATH: [bin, join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter),
  TURBO_TELEMETRY_DISABLED: "1",
  NODE_COMPILE_CACHE: join(tools, "compile-cache")
}
// npm hands its own configuration to what it starts; only a registry given that way is worth keeping.
for (const key of Object.keys(env)) if (/^npm_/i.test(key) && !/^npm_config_registry$/i.test(key)) delete env[key]

const run = (command, args, options = {}) => {
  const result = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: "inherit",
    shell: process.platform === "win32",
    ...options
  })
  if (result.error) throw result.error
  if (result.signal) process.kill(process.pid, result.signal)
  return result.status ?? 1
}

/** Runs a set-up step with its output on stderr, so that `--json` on stdout stays one document. */
const setUp = (command, args, cwd = root) => {
  const status = run(command, args, { cwd, stdio: ["ignore", 2, 2] })
  if (status !== 0) process.exit(status)
}

const upToDate = (stamp, content) => existsSync(stamp) && readFileSync(stamp, "utf8") === content

const toolStamp = join(tools, "stamp.json")
if (!upToDate(toolStamp, JSON.stringify(wanted))) {
  console.error("rulescope: first start, fetching pnpm and Node 24 into .tools …")
  mkdirSync(tools, { recursive: true })
  writeFileSync(join(tools, "package.json"), '{"private":true}')
  const flags = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]
  setUp("npm", ["install", ...flags, ...wanted], tools)
  writeFileSync(toolStamp, JSON.stringify(wanted))
}

const manifests = ["packages", "apps"]
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name, "package.json")))
const inputs = ["package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml", "tests/package.json", "bench/package.json"]
const digest = createHash("sha256")
for (const file of [...inputs, ...manifests.sort()]) {
  const path = join(root, file)
  if (existsSync(path)) digest.update(file).update(readFileSync(path))
}
const installStamp = join(root, "node_modules", ".rulescope-stamp")
const installed = digest.digest("hex")
const [first, ...rest] = process.argv.slice(2)
if (!upToDate(installStamp, installed) && !(first === "--tool" && rest[0] === "pnpm")) {
  console.error("rulescope: installing the workspace …")
  setUp("pnpm", ["install", "--frozen-lockfile", "--reporter=append-only", "--loglevel=warn"])
  writeFileSync(installStamp, installed)
}

// The user's own folder is where relative paths on the command line start from.
const cwd = process.env.INIT_CWD ?? process.cwd()
if (first === "--tool") process.exit(run(rest[0], rest.slice(1), { cwd }))
if (first === "--test") process.exit(run("node", [join(root, "scripts", "test.ts"), ...rest]))
const fromRoot = process.env.npm_lifecycle_event === "start"
process.exit(
  run("node", [join(root, "apps/cli/src/main.ts"), ...process.argv.slice(2)], { cwd: fromRoot ? root : cwd })
)
