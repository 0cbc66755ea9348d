// Sets the workspace up from Node 20 and npm alone, then runs what was asked for on Node 24.
//
//   node scripts/bootstrap.mjs <rulescope arguments>     the command line
//   node scripts/bootstrap.mjs --test [vitest filters]   every gate and every test
//   node scripts/bootstrap.mjs --tool <program> …        a program of the workspace, e.g. --tool pnpm add …
//
// Plain JavaScript without dependencies: it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { constants } from "node:os"
import { delimiter, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const tools = join(root, ".tools")
const PNPM = "12.21.0"
const NODE = "24.21.0"

const [major, minor] = process.versions.node.split(".").map(Number)
// Node 22.19 is Effect's floor, and older ones do not run TypeScript without a flag.
// A node out of .tools is ours, not the machine's: taken for the machine's, npm would remove it as no longer wanted.
const ours = process.execPath.startsWith(tools)
const nodeIsRecent = !ours && (major >= 24 || (major === 22 && minor >= 19))
const platform = { linux: "linux", darwin: "darwin", win32: "win" }[process.platform]
const wanted = [`pnpm@${PNPM}`, ...(nodeIsRecent ? [] : [`node-${platform}-${process.arch}@${NODE}`])]

const bin = join(tools, "node_modules", ".bin")
const env = {
  ...process.env,
  PATH: [bin, join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter),
  TURBO_TELEMETRY_DISABLED: "1",
  NODE_COMPILE_CACHE: join(tools, "compile-cache")
}
// npm hands its whole configuration to what it starts, folders and flags too; only the way to the registry is wanted.
const network = /^npm_config_(?:registry|userconfig|globalconfig|cafile|proxy|https_proxy|noproxy)$/i
for (const key of Object.keys(env)) if (/^npm_/i.test(key) && !network.test(key)) delete env[key]

// On Windows npm and pnpm are command files, which only a shell starts.
const shellFor = (command) => process.platform === "win32" && command !== "node"

/** Runs a set-up step with its output on stderr, so that `--json` on stdout stays one document. */
const setUp = (command, args, remedy, cwd = root) => {
  const result = spawnSync(command, args, { cwd, env, stdio: ["ignore", 2, 2], shell: shellFor(command) })
  if (result.status === 0) return
  if (result.signal === null) console.error(`rulescope: set-up failed at "${command} ${args[0]}"; ${remedy}`)
  process.exit(result.signal === null ? 1 : 128 + constants.signals[result.signal])
}

/** Becomes the program: same folder, same terminal, same exit code. */
const become = (command, args, cwd) => {
  const child = spawn(command, args, { cwd, env, stdio: "inherit", shell: shellFor(command) })
  // A terminal sends Ctrl-C to the program as well; staying here leaves it the time to finish what it keeps.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal))
  child.on("error", (error) => {
    console.error(`rulescope: cannot start ${command}: ${error.message}`)
    process.exit(1)
  })
  child.on("exit", (status, signal) => process.exit(status ?? 128 + constants.signals[signal]))
}

const upToDate = (stamp, content) => existsSync(stamp) && readFileSync(stamp, "utf8") === content

const toolStamp = join(tools, "stamp.json")
if (!upToDate(toolStamp, JSON.stringify(wanted))) {
  console.error("rulescope: first start, fetching pnpm and Node 24 into .tools …")
  mkdirSync(tools, { recursive: true })
  writeFileSync(join(tools, "package.json"), '{"private":true}')
  const flags = [
    "--no-save",
    "--no-package-lock",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--loglevel=error"
  ]
  const remedy = "check the network; where there is no Node 24 for this machine on npm, install it and start again"
  setUp("npm", ["install", ...flags, ...wanted], remedy, tools)
  writeFileSync(toolStamp, JSON.stringify(wanted))
}

const manifests = ["packages", "packages/automata", "packages/flow", "packages/languages", "apps"]
  .filter((folder) => existsSync(join(root, folder)))
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`))
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
  const remedy = 'check the network; after a change of dependencies run "npm run tool -- pnpm install" first'
  setUp("pnpm", ["install", "--frozen-lockfile", "--reporter=append-only", "--loglevel=warn"], remedy)
  writeFileSync(installStamp, installed)
}

// The user's own folder is where relative paths on the command line start from; `npm start` means the repository's.
const ownFolder = process.env.INIT_CWD ?? process.cwd()
if (first === "--tool") become(rest[0], rest.slice(1), ownFolder)
else if (first === "--test") become("node", [join(root, "scripts", "test.ts"), ...rest], root)
else {
  const cwd = process.env.npm_lifecycle_event === "start" ? root : ownFolder
  become("node", [join(root, "apps", "cli", "src", "main.ts"), ...process.argv.slice(2)], cwd)
}
