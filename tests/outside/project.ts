import { spawn, spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { neededBy, packInto } from "../../scripts/pack.ts"
import { root } from "../../scripts/workspaces.ts"

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end; `node` leads the search for programs. */
const start = (program: string, args: ReadonlyArray<string>, cwd: string): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"]
    })
    let stdout = ""
    let stderr = ""
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text))
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text))
    child.on("error", reject)
    child.on("close", (code) => resolve({ code, stdout, stderr }))
  })

const npm = async (cwd: string, ...args: ReadonlyArray<string>): Promise<void> => {
  const quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--prefer-offline", "--loglevel=error"]
  const { code, stderr } = await start("npm", [...args, ...quiet], cwd)
  if (code !== 0) throw new Error(`npm ${args[0]}: ${stderr}`)
}

/** Whether npm can be asked for packages. */
export const npmIsReachable = (): boolean =>
  spawnSync("npm", ["view", "effect", "name", "--fetch-retries=0", "--fetch-timeout=10000"]).status === 0

/** A project outside the workspace. */
export interface Outside {
  readonly folder: string
  readonly tarballs: ReadonlyMap<string, string>
  /** Runs the command line that is installed there, on a Node of choice. */
  readonly rulescope: (args: ReadonlyArray<string>, node?: string) => Promise<Ended>
}

/** An empty folder in which the packed command line, and the example plugin as its own package, are installed. */
export const makeOutside = async (): Promise<Outside> => {
  const folder = mkdtempSync(join(tmpdir(), "rulescope-outside-"))
  mkdirSync(join(folder, "packed"))
  const tarballs = packInto(join(folder, "packed"))
  const dependencies = Object.fromEntries(
    [...neededBy("rulescope")].map((name) => [name, `file:${tarballs.get(name)!}`])
  )
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module", dependencies }))
  await npm(folder, "install")
  cpSync(join(root, "examples", "plugin"), join(folder, "mine"), { recursive: true })
  const built = await start(join(root, "node_modules", ".bin", "tsc"), ["-p", "mine"], folder)
  if (built.code !== 0) throw new Error(`the example does not compile:\n${built.stdout}`)
  await npm(join(folder, "mine"), "pack", "--pack-destination", folder)
  await npm(folder, "install", "./rulescope-inferrer-majority-1.0.0.tgz")
  const main = join(folder, "node_modules", "rulescope", "dist", "main.js")
  return {
    folder,
    tarballs,
    rulescope: (args, node = process.execPath) => start(node, [main, ...args], folder)
  }
}
