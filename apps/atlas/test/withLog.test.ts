import { assert, describe, it } from "@effect/vitest"
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { withLog } from "../src/source/withLog.ts"

const folder = mkdtempSync(join(tmpdir(), "rulescope-log-"))
const path = (name: string) => join(folder, name)

/** A database at work: its file, and its log with three commits and one that was never ended. */
const atWork = () => {
  const writer = new DatabaseSync(path("work"))
  // So few pages in memory that a commit that never comes is in the log already.
  writer.exec(
    "PRAGMA cache_size = 5; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE numbers (n INTEGER, text TEXT)"
  )
  const insert = writer.prepare("INSERT INTO numbers VALUES (?, ?)")
  for (let n = 0; n < 400; n++) insert.run(n, "x".repeat(n % 97))
  writer.exec("BEGIN; DELETE FROM numbers WHERE n < 200; COMMIT; BEGIN")
  for (let n = 400; n < 20_000; n++) insert.run(n, "y".repeat(90))
  for (const end of ["", "-wal"]) copyFileSync(path(`work${end}`), path(`copy${end}`))
  writer.exec("ROLLBACK")
  writer.close()
  return { file: readFileSync(path("copy")), log: readFileSync(path("copy-wal")) }
}

const asked = (bytes: Uint8Array) => {
  writeFileSync(path("whole"), bytes)
  const database = new DatabaseSync(path("whole"), { readOnly: true })
  const answer = database.prepare("SELECT count(*) AS n, sum(n) AS sum, sum(length(text)) AS text FROM numbers").get()
  const sound = database.prepare("PRAGMA integrity_check").get()
  database.close()
  return { ...answer, ...sound }
}

describe("a database with its log", () => {
  const { file, log } = atWork()

  it("holds what SQLite itself finds in the two", () => {
    const own = new DatabaseSync(path("copy"))
    own.exec("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE")
    own.close()
    const expected = asked(readFileSync(path("copy")))
    assert.deepStrictEqual(asked(withLog(file, log)), expected)
    assert.strictEqual(expected.integrity_check, "ok")
  })

  it("ends before the first damaged frame", () => {
    const damaged = Uint8Array.from(log)
    damaged[Math.floor(log.length / 2)]! ^= 1
    const { integrity_check, n } = asked(withLog(file, damaged)) as { integrity_check: string; n: number }
    assert.strictEqual(integrity_check, "ok")
    assert.isAtLeast(n, 1)
    rmSync(folder, { recursive: true })
  })

  it("is the file itself without a log, but for the mark of one", () => {
    const alone = withLog(file, undefined)
    assert.deepStrictEqual([alone[18], alone[19]], [1, 1])
    assert.deepStrictEqual(alone.subarray(20), Uint8Array.from(file).subarray(20))
  })
})
