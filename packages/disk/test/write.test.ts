import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { execFileSync, spawnSync } from "node:child_process"
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { unfinished, writeTogether, writeWhole } from "../src/index.ts"

const scratch = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "rulescope-disk-"))),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
)

const large = new Uint8Array(1 << 22).fill(7)

/** A disk of 64 kB; undefined where this process may not mount one. */
const smallDisk = Effect.acquireRelease(
  Effect.sync(() => {
    const folder = mkdtempSync(join(tmpdir(), "rulescope-small-"))
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]).status === 0
    return { folder, mounted }
  }),
  ({ folder, mounted }) =>
    Effect.sync(() => {
      if (mounted) execFileSync("umount", [folder])
      rmSync(folder, { recursive: true })
    })
)

describe("writing", () => {
  it.live("gives the content, again in place of what was there", () =>
    Effect.gen(function* () {
      const folder = yield* scratch
      const path = join(folder, "a")
      yield* writeWhole(path, "one")
      yield* writeWhole(path, large)
      assert.deepStrictEqual(new Uint8Array(readFileSync(path)), large)
      yield* writeTogether(join(folder, "new"), [
        ["x/y", "1"],
        ["z", "2"]
      ])
      assert.strictEqual(readFileSync(join(folder, "new", "x", "y"), "utf8"), "1")
      assert.deepStrictEqual(readdirSync(folder).toSorted(), ["a", "new"])
    }).pipe(Effect.scoped)
  )

  it.live("follows a symbolic link, and writes into a device instead of taking its place", () =>
    Effect.gen(function* () {
      const folder = yield* scratch
      writeFileSync(join(folder, "file"), "old")
      symlinkSync("file", join(folder, "link"))
      symlinkSync("/dev/null", join(folder, "null"))
      yield* writeWhole(join(folder, "link"), "new")
      assert.strictEqual(readFileSync(join(folder, "file"), "utf8"), "new")
      yield* writeWhole(join(folder, "null"), "gone")
      assert.isTrue(statSync(join(folder, "null")).isCharacterDevice())
      assert.deepStrictEqual(readdirSync(folder).toSorted(), ["file", "link", "null"])
    }).pipe(Effect.scoped)
  )

  it.live("says in a sentence what lies in its way", () =>
    Effect.gen(function* () {
      const folder = yield* scratch
      writeFileSync(join(folder, "file"), "")
      mkdirSync(join(folder, "folder"))
      const message = (work: Effect.Effect<void, { readonly message: string }>) =>
        Effect.map(Effect.flip(work), (error) => error.message)
      assert.include(yield* message(writeWhole(join(folder, "none", "a"), "")), "make that folder first")
      assert.include(yield* message(writeWhole(join(folder, "file", "a"), "")), "a file lies where a folder should be")
      assert.include(yield* message(writeTogether(join(folder, "file"), [["a", ""]])), "a file lies where a folder")
      assert.include(yield* message(writeWhole(join(folder, "folder"), "")), "a folder lies where the file should be")
      assert.include(yield* message(writeWhole(join(folder, "a".repeat(300)), "")), "its name is too long")
      assert.include(yield* message(writeWhole(join(folder, "a\0b"), "")), "no name that a file can have")
    }).pipe(Effect.scoped)
  )

  it.live("on a full disk leaves what was there, and nothing else", (context) =>
    Effect.gen(function* () {
      const { folder, mounted } = yield* smallDisk
      if (!mounted) return context.skip("this process may not mount a disk")
      yield* writeTogether(folder, [["result", "old"]])
      const error = yield* Effect.flip(
        writeTogether(folder, [
          ["result", "new"],
          ["model", large]
        ])
      )
      assert.include(error.message, "model: the disk is full; free some space")
      assert.deepStrictEqual(readdirSync(folder), ["result"])
      assert.strictEqual(readFileSync(join(folder, "result"), "utf8"), "old")
    }).pipe(Effect.scoped)
  )

  it.live("interrupted leaves what was there, and nothing else", () =>
    Effect.gen(function* () {
      const folder = yield* scratch
      const path = join(folder, "a")
      writeFileSync(path, "old")
      const writing = yield* Effect.forkChild(writeWhole(path, new Uint8Array(1 << 28)))
      yield* Effect.promise(async () => {
        while (!readdirSync(folder).some((name) => name.endsWith(unfinished))) await new Promise(setImmediate)
      })
      yield* Fiber.interrupt(writing)
      assert.deepStrictEqual(readdirSync(folder), ["a"])
      assert.strictEqual(readFileSync(path, "utf8"), "old")
    }).pipe(Effect.scoped)
  )

  it.live("in a folder of somebody else says that it may not", (context) =>
    Effect.gen(function* () {
      if (process.getuid?.() !== 0) return context.skip("only root can become somebody else")
      const folder = yield* scratch
      const ended = spawnSync(
        process.execPath,
        [fileURLToPath(new URL("./writer.ts", import.meta.url)), join(folder, "a")],
        { uid: 65_534, encoding: "utf8" }
      )
      assert.include(ended.stdout, "it may not be written; check its permissions", ended.stderr)
      assert.isFalse(existsSync(join(folder, "a")))
    }).pipe(Effect.scoped)
  )
})
