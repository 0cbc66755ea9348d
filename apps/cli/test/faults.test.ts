import { assert, describe, it } from "@effect/vitest"
import { execFileSync, spawnSync } from "node:child_process"
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll } from "vitest"
import { type Options, rulescope } from "./command.ts"

/** Every command that writes, where it cannot: one sentence with its remedy, exit code 2, nothing half written. */

const folder = mkdtempSync(join(tmpdir(), "rulescope-faults-"))
const size = 1 << 16
const disk = join(folder, "disk")
const theirs = join(folder, "theirs")
mkdirSync(disk)
mkdirSync(theirs)
// Somebody else is to reach the folders, and what they may not do is to be said of these alone.
chmodSync(folder, 0o755)
const isRoot = process.getuid?.() === 0
const mounted = isRoot && spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", disk]).status === 0

const file = join(folder, "file")
writeFileSync(file, "mine")
const soup = { rule: "B36/S23", width: 24, height: 24, generations: 6, soups: 2 }
const spec = join(folder, "spec.json")
writeFileSync(spec, JSON.stringify({ family: "life-like", generator: { id: "soup", config: soup } }))
const study = join(folder, "study.json")
writeFileSync(
  study,
  JSON.stringify({
    name: "two",
    base: { family: "life-like", generator: { id: "soup", config: soup } },
    axes: [],
    seeds: 2
  })
)
const done = join(folder, "done")
const cache = join(folder, "cache")

const commands: ReadonlyArray<readonly [name: string, args: (out: string) => ReadonlyArray<string>]> = [
  ["run", (out) => ["run", spec, "--out", join(out, "run"), "--cache", cache]],
  ["study run", (out) => ["study", "run", study, "--out", join(out, "study"), "--workers", "1"]],
  ["study report", (out) => ["study", "report", done, "--out", join(out, "report")]],
  ["study export", (out) => ["study", "export", done, "--out", join(out, "rows.csv")]],
  ["simulate", (out) => ["simulate", "B3/S23", "--out", join(out, "world.npz")]]
]

const refused = async (args: ReadonlyArray<string>, said: RegExp, options: Options = {}): Promise<void> => {
  const { code, stderr, stdout } = await rulescope(args, options)
  assert.strictEqual(code, 2, stderr)
  const message = stderr.split("\n").filter((line) => line.startsWith("rulescope: "))
  assert.strictEqual(message.length, 1, stderr)
  assert.match(message[0]!, said)
  assert.notMatch(stderr, /defect|\n\s+at |Error:|undefined/)
  assert.strictEqual(stdout, "")
}

beforeAll(async () => {
  assert.strictEqual((await rulescope(["study", "run", study, "--out", done, "--workers", "1"])).code, 0)
})

afterAll(() => {
  if (mounted) execFileSync("umount", [disk])
  rmSync(folder, { recursive: true })
})

describe.each(commands)("%s", (_, args) => {
  it("where a file lies in the way", async () => {
    await refused(args(file), /a file lies where a folder should be; choose another place/)
    assert.strictEqual(readFileSync(file, "utf8"), "mine")
  })

  it.skipIf(!mounted)(
    "on a full disk",
    async () => {
      for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true })
      writeFileSync(join(disk, "most"), Buffer.alloc(size))
      await refused(args(disk), /the disk is full; free some space/)
      const left = readdirSync(disk, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
      for (const { name } of left) assert.notMatch(name, /\.part$|^result|^model|^rows|^world|^report/)
    },
    30_000
  )

  it.skipIf(!isRoot)(
    "where somebody else may not write",
    async () => {
      await refused(args(theirs), /may not be written; check its permissions/, { uid: 65_534 })
      assert.deepStrictEqual(readdirSync(theirs), [])
    },
    30_000
  )
})
