import { assert, describe, it } from "@effect/vitest"
import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { rulescope } from "./command.ts"

const folder = mkdtempSync(join(tmpdir(), "rulescope-"))
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const npy = (descr: string, shape: string, data: Uint8Array): Uint8Array => {
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${shape}, }`.padEnd(117) + "\n"
  return Buffer.concat([
    Buffer.from("\x93NUMPY\x01\x00", "latin1"),
    Buffer.from([header.length & 255, header.length >> 8]),
    Buffer.from(header),
    data
  ])
}

const pipe = join(folder, "pipe")
spawnSync("mkfifo", [pipe])
mkdirSync(join(folder, "annexed"))
for (const name of ["1.rle", "2.rle"]) symlinkSync("../.git/annex/objects/none", join(folder, "annexed", name))
const huge = Array.from({ length: 10_000 }, (_, i) => i)
const beta = (path: string) => ({ path: `inferrer.config.${path}`, values: huge })

const spec = (content: unknown, name: string): string => file(name, JSON.stringify(content))
const soup = { id: "soup", config: { rule: "B36/S23" } }

const cases: ReadonlyArray<readonly [name: string, args: ReadonlyArray<string>, said: ReadonlyArray<string>]> = [
  ["a missing file", ["infer", join(folder, "none.npz")], ["none.npz", "no such file"]],
  ["a truncated npz", ["infer", file("cut.npz", Buffer.from("PK\x03\x04\x14\x00\x00\x00", "latin1"))], ["cut.npz"]],
  ["a wrong dtype", ["infer", file("text.npy", npy("<U4", "(2, 2, 2)", new Uint8Array(128)))], ["text.npy", "<U4"]],
  ["a ragged grid", ["infer", file("ragged.txt", "010\n01\n010\n")], ["ragged.txt", "line 2"]],
  ["one frame", ["infer", file("one.txt", "010\n010\n010\n")], ["one.txt", "1 frame", "at least 2"]],
  ["a rule typo", ["run", "--rule", "B39/S23"], ["9 is not a neighbour count", "0 to 8"]],
  ["a rule typo in simulate", ["simulate", "B3q5w/S2"], ["is not a letter of count 5"]],
  [
    "an unknown plugin",
    ["run", spec({ generator: { id: "soop" } }, "soop.json")],
    ['"soop"', "known: recording, soup"]
  ],
  ["a misspelt key", ["run", spec({ generator: soup, sed: 3 }, "sed.json")], ['"sed"']],
  [
    "a misspelt key of a plugin",
    ["run", spec({ generator: { id: "soup", config: { rule: "B3/S23", wide: 3 } } }, "wide.json")],
    ['"wide"', "soup"]
  ],
  ["a spec that is not JSON", ["run", file("broken.json", '{"generator": ')], ["broken.json", "not JSON"]],
  ["an unknown family", ["infer", file("two.txt", "010\n000\n\n010\n000\n"), "--family", "life"], ["life-like"]],
  ["a device", ["infer", "/dev/zero"], ["/dev/zero", "it is a device, and only files are read"]],
  ["a pipe", ["infer", pipe], ["it is a pipe, and only files are read", "give -"]],
  ["a folder of links to nothing", ["infer", join(folder, "annexed")], ["2 of its 2 files", "git annex get"]],
  ["a spec that is null", ["run", spec(null, "null.json")], ["null.json", "no object"]],
  ["a spec 5,000 levels deep", ["run", file("deep.json", `${"[".repeat(5000)}${"]".repeat(5000)}`)], ["100 levels"]],
  [
    "soups that are within their limits one by one",
    [
      "run",
      spec({ generator: { id: "soup", config: { ...soup.config, width: 16_384, soups: 10_000 } } }, "wide16.json")
    ],
    ["MiB, and 1,024 MiB are allowed", "--memory"]
  ],
  ["frames that take more than the memory", ["simulate", "B3/S23", "--width", "99999999"], ["1,024 MiB are allowed"]],
  [
    "a study of 10¹³ runs",
    [
      "study",
      "plan",
      spec(
        { name: "huge", base: { generator: soup }, axes: [beta("beta"), beta("ratio")], seeds: 100_000 },
        "huge.json"
      )
    ],
    ["10,000,000,000,000 runs", "at most 500,000"]
  ],
  ["a memory of nothing", ["infer", "x.npz", "--memory", "0"], ["--memory is at least 1"]],
  ["an unknown flag", ["infer", "x.npz", "--familly", "map"], ["--familly"]],
  ["an unknown command", ["infre"], ["infre"]],
  [
    "an output that holds something else",
    ["run", spec({ generator: soup }, "fine.json"), "--out", folder],
    ["choose another --out"]
  ]
]

describe("bad input", () => {
  it.each(cases)("%s: one sentence with place and remedy, exit code 2, nothing on stdout", async (_, args, said) => {
    const { code, stderr, stdout } = await rulescope([...args, ...(args[0] === "infer" ? ["--json"] : [])])
    assert.strictEqual(code, 2, stderr)
    assert.strictEqual(stdout, "")
    const message = stderr.split("\n").filter((line) => line.startsWith("rulescope: "))
    assert.strictEqual(message.length, 1, stderr)
    assert.notMatch(stderr, /\n\s+at |Error:|undefined|\[object/)
    for (const part of said) assert.include(stderr, part)
  })
})
