import { assert, it } from "@effect/vitest"
import { StageCache } from "@rulescope/core"
import { Effect, Option } from "effect"
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as DiskCache from "../src/node/DiskCache.ts"

const key = "ab".padEnd(64, "0")
const other = "ab".padEnd(64, "1")

it.effect("what a killed writer left is no entry, and goes when the entry is written", () =>
  Effect.gen(function* () {
    const folder = yield* Effect.acquireRelease(
      Effect.sync(() => mkdtempSync(join(tmpdir(), "rulescope-cache-"))),
      (path) => Effect.sync(() => rmSync(path, { recursive: true }))
    )
    yield* Effect.gen(function* () {
      const { get, set } = yield* StageCache.StageCache
      mkdirSync(join(folder, "ab"))
      writeFileSync(join(folder, "ab", `${key.slice(2)}.123-1`), "hal")
      writeFileSync(join(folder, "ab", `${other.slice(2)}.123-1`), "another's")
      assert.isTrue(Option.isNone(yield* get(key)))
      yield* set(key, new Uint8Array([1, 2, 3]))
      assert.deepStrictEqual(Option.getOrNull(yield* get(key)), new Uint8Array([1, 2, 3]))
      assert.deepStrictEqual(readdirSync(join(folder, "ab")).toSorted(), [key.slice(2), `${other.slice(2)}.123-1`])
    }).pipe(Effect.provide(DiskCache.layer(folder)))
  }).pipe(Effect.scoped)
)
