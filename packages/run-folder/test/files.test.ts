import { assert, describe, it } from "@effect/vitest"
import { archiveOf, filesOfRun, names, openFiles, type RunContent } from "../src/index.ts"

const kept = {
  result: { spec: { generator: { id: "soup" } }, evidence: [1], estimate: { rule: "B3/S23" }, verdicts: { all: true } },
  events: [{ _tag: "RunStarted" }, { _tag: "RunFinished" }],
  seconds: { fit: 0.5, total: 0.6 },
  model: Uint8Array.of(1, 2, 3),
  figures: [["counters.svg", "<svg/>"]]
} satisfies RunContent

const encoded = (files: ReturnType<typeof filesOfRun>) =>
  files.map(([name, content]) => ({
    name,
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : content
  }))

const opened = {
  spec: kept.result.spec,
  result: kept.result,
  events: kept.events,
  model: kept.model,
  others: new Map([["counters.svg", new TextEncoder().encode("<svg/>")]])
}

/** The archive with another size stated for its first file, in the directory at its end. */
const stating = (archive: Uint8Array, size: number): Uint8Array => {
  const changed = Buffer.from(archive)
  changed.writeUInt32LE(size, changed.indexOf("PK\u0001\u0002", 0, "latin1") + 24)
  return new Uint8Array(changed)
}

describe("a kept run", () => {
  it("of more than may be unpacked is refused by what it states, before any of it is", () => {
    const archive = archiveOf(filesOfRun(kept))
    const open = (size: number) => () => openFiles([{ name: "run.zip", bytes: stating(archive, size) }])
    assert.throws(open(2 ** 28 + 1), /more than 256 MiB/)
    assert.throws(open(2 ** 32 - 1), /more than 256 MiB/)
  })

  it("is read from the files that were written", () => {
    assert.deepStrictEqual(openFiles(encoded(filesOfRun(kept))), opened)
  })

  it("is read from an archive, in a folder or not, and the same files give the same bytes", () => {
    const archive = archiveOf(filesOfRun(kept))
    assert.deepStrictEqual(archive, archiveOf(filesOfRun(kept)))
    assert.deepStrictEqual(openFiles([{ name: "run.zip", bytes: archive }]), opened)
    const inside = archiveOf(filesOfRun(kept).map(([name, content]) => [`runs/mine/${name}`, content] as const))
    assert.deepStrictEqual(openFiles([{ name: "run.ZIP", bytes: inside }]), opened)
  })

  it("has its result last", () => {
    assert.strictEqual(filesOfRun(kept).at(-1)![0], names.result)
  })

  it("may be a result alone or a spec alone, under any name", () => {
    const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
    const alone = openFiles([{ name: "mine.json", bytes: bytes(kept.result) }])
    assert.deepStrictEqual(alone?.result, kept.result)
    const spec = openFiles([{ name: "highlife.json", bytes: bytes(kept.result.spec) }])
    assert.deepStrictEqual([spec?.spec, spec?.result], [kept.result.spec, null])
  })

  it("is not found in other files", () => {
    assert.isNull(openFiles([{ name: "notes.txt", bytes: new TextEncoder().encode("generator") }]))
    assert.isNull(openFiles([{ name: "list.json", bytes: new TextEncoder().encode("[1, 2]") }]))
    assert.isNull(openFiles([]))
  })

  it("whose lines or archive are broken is an error", () => {
    assert.throws(() => openFiles([{ name: "run.zip", bytes: Uint8Array.of(80, 75, 3, 4) }]))
    const broken = encoded(filesOfRun(kept)).map((file) =>
      file.name === names.events ? { ...file, bytes: new TextEncoder().encode('{"_tag":') } : file
    )
    assert.throws(() => openFiles(broken))
  })
})
