import { familyNamed, frameOf, type Recording } from "@rulescope/lattice"
import { Generator } from "@rulescope/automata"
import { FileError, Files, type NamedBytes, Plugin } from "@rulescope/core"
import { writeNpz, writeRle, writeRleFiles, writeText } from "@rulescope/formats"
import { generatorSuite, randomRule, recordSoup, twoStates } from "@rulescope/testkit"
import { assert, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { recording } from "../src/index.ts"

const lifeLike = familyNamed(twoStates, "life-like")!
const life = {
  family: lifeLike,
  labels: Uint8Array.from(lifeLike.classes, ({ name }) => (["B3", "S2", "S3"].includes(name) ? 1 : 0))
}

/** A soup of Life on a torus that says so. */
const soup: Recording = { ...recordSoup(life, "recorded"), rule: "B3/S23" }
const other: Recording = recordSoup(randomRule(lifeLike, "other"), "other", { frames: 4 })

/** A disk in memory: paths and the files that reading them gives. */
const disk: Readonly<Record<string, ReadonlyArray<NamedBytes>>> = {
  "runs/soup.rle": [{ name: "soup.rle", bytes: writeRle(soup) }],
  "runs/soup.npz": [{ name: "soup.npz", bytes: writeNpz(soup) }],
  "runs/soup.txt": [{ name: "soup.txt", bytes: writeText(soup) }],
  "runs/generations": writeRleFiles(soup),
  "runs/both": [
    { name: "a.npz", bytes: writeNpz(soup) },
    { name: "b.npz", bytes: writeNpz(other) }
  ],
  "runs/one.txt": [{ name: "one.txt", bytes: new TextEncoder().encode("01\n10\n") }],
  "runs/cut.npz": [{ name: "cut.npz", bytes: writeNpz(soup).subarray(0, 200) }]
}

const inMemory = Layer.succeed(Files, {
  read: (path) => {
    const files = disk[path]
    return files === undefined
      ? Effect.fail(new FileError({ path, reason: "there is no such file", remedy: "check the name" }))
      : Effect.succeed(files)
  }
})

const layer = (config: unknown) => Plugin.erase(recording).open(config).pipe(Layer.provide(inMemory))

const generate = (config: unknown) =>
  Effect.flatMap(Generator, ({ generate }) => generate("any")).pipe(Effect.provide(layer(config)))

for (const path of ["runs/soup.rle", "runs/soup.npz", "runs/soup.txt", "runs/generations", "runs/both"]) {
  generatorSuite(`recording from ${path}`, layer({ path }))
}

it.effect("every format gives the recorded cells, and what the file states", () =>
  Effect.gen(function* () {
    for (const [path, stated] of [
      ["runs/soup.rle", "torus"],
      ["runs/generations", "torus"],
      ["runs/soup.txt", "torus"],
      ["runs/soup.npz", "auto"]
    ] as const) {
      const [read] = yield* generate({ path })
      assert.deepStrictEqual(read!.cells, soup.cells)
      assert.strictEqual(read!.boundary, stated)
      assert.strictEqual(read!.rule, stated === "auto" ? null : "B3/S23")
    }
  })
)

it.effect("a boundary that is configured replaces the stated one", () =>
  Effect.gen(function* () {
    const [read] = yield* generate({ path: "runs/soup.rle", boundary: "unknown" })
    assert.strictEqual(read!.boundary, "unknown")
  })
)

it.effect("a folder of recordings gives all of them", () =>
  Effect.gen(function* () {
    const read = yield* generate({ path: "runs/both" })
    assert.deepStrictEqual(
      read.map(({ frames, source }) => [source, frames]),
      [
        ["a.npz", 9],
        ["b.npz", 4]
      ]
    )
  })
)

it.effect("frames can be chosen, both ends included", () =>
  Effect.gen(function* () {
    const [middle] = yield* generate({ path: "runs/soup.npz", frames: { from: 2, to: 5 } })
    assert.strictEqual(middle!.frames, 4)
    assert.deepStrictEqual(frameOf(middle!, 0), frameOf(soup, 2))
    assert.deepStrictEqual(frameOf(middle!, 3), frameOf(soup, 5))
    const [late] = yield* generate({ path: "runs/soup.npz", frames: { from: 7 } })
    assert.strictEqual(late!.frames, 2)
  })
)

const message = (config: unknown) => Effect.map(Effect.flip(generate(config)), (error) => error.message)

it.effect("what cannot be given is an error with the place and the remedy", () =>
  Effect.gen(function* () {
    assert.strictEqual(
      yield* message({ path: "runs/none.npz" }),
      "runs/none.npz: there is no such file; check the name"
    )
    assert.include(yield* message({ path: "runs/cut.npz" }), "runs/cut.npz: the zip archive is cut short")
    assert.strictEqual(
      yield* message({ path: "runs/one.txt" }),
      "runs/one.txt (text grid) has 1 frame; a rule shows itself only between frames: record at least 2"
    )
    assert.strictEqual(
      yield* message({ path: "runs/both", frames: { to: 5 } }),
      "runs/both: b.npz (NumPy archive) has 4 frames, and frames 0 to 5 are asked for; ask for two or more of the frames 0 to 3"
    )
    assert.include(yield* message({ path: "runs/soup.npz", frames: { from: 5, to: 5 } }), "frames 5 to 5 are asked for")
  })
)

it.effect("a misspelt key or value is refused", () =>
  Effect.gen(function* () {
    assert.include(yield* message({ path: "a", bondary: "torus" }), "bondary")
    assert.include(yield* message({ path: "a", boundary: "sphere" }), "boundary")
    assert.include(yield* message({}), "path")
    assert.include(yield* message({ path: "a", frames: { from: -1 } }), "from")
  })
)

it.effect("the completed configuration has every default", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* Plugin.erase(recording).complete({ path: "a" }), {
      path: "a",
      boundary: "auto",
      frames: {},
      values: "",
      axes: "",
      cell: "",
      origin: ""
    })
  })
)

it.effect("its source is named by the path, and known by every byte of the files and by their names", () =>
  Effect.gen(function* () {
    const sourceOf = (path: string) =>
      Effect.flatMap(Generator, ({ source }) => source).pipe(Effect.provide(layer({ path })))
    const keys = new Set<string>()
    for (const path of Object.keys(disk)) {
      const source = yield* sourceOf(path)
      assert.strictEqual(source!.name, path)
      assert.deepStrictEqual(yield* sourceOf(path), source)
      keys.add(source!.key)
    }
    assert.strictEqual(keys.size, Object.keys(disk).length)
    assert.isNull(yield* sourceOf("runs/none.npz"))
  })
)

it.effect(
  "a file is read once: its key is that of the bytes that were generated from, even if it has changed since",
  () =>
    Effect.gen(function* () {
      const versions = [disk["runs/soup.npz"]!, disk["runs/both"]!.slice(1)]
      let reads = 0
      const changing = Layer.succeed(Files, { read: () => Effect.sync(() => versions[reads++]!) })
      const keys = yield* Effect.gen(function* () {
        const { generate, source } = yield* Generator
        yield* generate("any")
        return [yield* source, yield* source]
      }).pipe(Effect.provide(Plugin.erase(recording).open({ path: "a" }).pipe(Layer.provide(changing))))
      assert.strictEqual(reads, 1)
      const first = Layer.succeed(Files, { read: () => Effect.succeed(versions[0]!) })
      const expected = yield* Effect.flatMap(Generator, ({ source }) => source).pipe(
        Effect.provide(Plugin.erase(recording).open({ path: "a" }).pipe(Layer.provide(first)))
      )
      assert.deepStrictEqual(keys, [expected, expected])
    })
)
