import { assert, describe, it } from "@effect/vitest"
import { makeSource, type Package, readPackages } from "./structure/sources.ts"
import { violations } from "./structure/violations.ts"

/** A package as it could lie on the disk, kept in memory. */
const fixture = (
  folder: string,
  source: string,
  dependencies: ReadonlyArray<string> = [],
  path = "src/index.ts"
): Package => ({
  folder,
  manifest: {
    name: `@rulescope/${folder.split("/").at(-1)!}`,
    dependencies: Object.fromEntries(dependencies.map((name) => [name, "*"]))
  },
  sources: [makeSource(path, source)],
  tests: []
})

const lattice = fixture("packages/automata/lattice", "export const a = 1\n")
const core = fixture("packages/core", "export const c = 1\n")
const subject = fixture("packages/automata/subject", 'import { a } from "@rulescope/lattice"\n', ["@rulescope/lattice"])

describe("package boundaries", () => {
  it("every package keeps to the one direction", () => {
    const packages = readPackages()
    assert.isAtLeast(packages.length, 12)
    assert.deepStrictEqual(violations(packages), [])
  })

  it("finds nothing wrong with edges along the arrows", () => {
    assert.deepStrictEqual(violations([lattice, core, subject]), [])
  })

  const planted: ReadonlyArray<readonly [string, Package, RegExp]> = [
    [
      "an import against the arrows, declared or not",
      fixture("packages/automata/lattice", 'import { c } from "@rulescope/core"\n', ["@rulescope/core"]),
      /lattice\/package\.json: may not depend on @rulescope\/core: against the direction/
    ],
    [
      "an import against the arrows by type only, over several lines",
      fixture("packages/automata/lattice", 'import type {\n  A,\n  B\n} from "@rulescope/core"\n'),
      /lattice\/src\/index\.ts: may not depend on @rulescope\/core/
    ],
    [
      "a plugin that imports a plugin",
      fixture("packages/automata/inferrer-x", 'export * from "@rulescope/inferrer-y"\n', ["@rulescope/inferrer-y"]),
      /is a plugin and may not depend on the plugin @rulescope\/inferrer-y/
    ],
    [
      "TensorFlow.js outside tensor",
      fixture("packages/automata/backbone-x", 'const tf = await import("@tensorflow/tfjs-core")\n'),
      /may not depend on @tensorflow\/tfjs-core/
    ],
    [
      "tensor in anything but a backbone",
      fixture("packages/automata/inferrer-x", 'import { t } from "@rulescope/tensor"\n', ["@rulescope/tensor"]),
      /may not depend on @rulescope\/tensor: against the direction/
    ],
    [
      "the law suites outside tests",
      fixture("packages/automata/inferrer-x", 'import { t } from "@rulescope/testkit"\n', ["@rulescope/testkit"]),
      /may not depend on @rulescope\/testkit/
    ],
    [
      "a Node module in a package of the browser",
      fixture("packages/automata/formats", 'import { readFileSync } from "node:fs"\n'),
      /formats\/src\/index\.ts: may not import node:fs/
    ],
    [
      "a relative path into another package",
      fixture("packages/core", 'import { a } from "../../automata/lattice/src/index.ts"\n'),
      /reaches out of src/
    ],
    [
      "an import that package.json does not declare",
      fixture("packages/core", 'import { Effect } from "effect"\n'),
      /imports effect, which package\.json does not declare/
    ],
    [
      "a declared dependency that nothing imports",
      fixture("packages/core", "export const c = 1\n", ["effect"]),
      /declares effect, which no source imports/
    ],
    ["a package that the graph does not know", fixture("packages/stray", ""), /has no row/]
  ]
  const others = ["tensor", "testkit", "automata/inferrer-y"].map((name) => fixture(`packages/${name}`, ""))
  for (const [what, bad, message] of planted) {
    it(`finds ${what}`, () => {
      const present = [lattice, core, subject, ...others].filter(({ folder }) => folder !== bad.folder)
      const found = violations([...present, bad])
      assert.isTrue(
        found.some((line) => message.test(line)),
        found.join("\n")
      )
    })
  }
})
