import { posix } from "node:path"
import { pluginAt } from "../../scripts/workspaces.ts"
import { fits, forTests, peers, rowOf, testRunner } from "./graph.ts"
import type { Package, Source } from "./sources.ts"

/** The package that a specifier names: `@noble/hashes/sha2.js` is of `@noble/hashes`. */
const packageNameOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/")

const isRelative = (specifier: string): boolean => specifier.startsWith(".")
const isNode = (specifier: string): boolean => specifier.startsWith("node:")

/** Whether a relative import leaves the folders that a file may reach; its own package.json is in reach of all. */
const escapes = (source: Source, specifier: string, ...reach: ReadonlyArray<string>): boolean => {
  const target = posix.join(posix.dirname(source.path), specifier)
  return target !== "package.json" && reach.every((folder) => !target.startsWith(folder))
}

/** Every edge of the packages against the graph, in words; empty when all is well. */
export const violations = (packages: ReadonlyArray<Package>): ReadonlyArray<string> => {
  const folders = new Map(packages.map(({ folder, manifest }) => [manifest.name, folder]))
  return packages.flatMap((one) => {
    const row = rowOf(one.folder)
    if (row === undefined) return [`${one.folder}: has no row in tests/structure/graph.ts`]
    const found: Array<string> = []
    const say = (where: string, what: string) => void found.push(`${one.folder}/${where}: ${what}`)
    const { dependencies = {}, devDependencies = {}, optionalDependencies = {}, peerDependencies = {} } = one.manifest
    const declared = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })

    const judge = (where: string, name: string, further: ReadonlyArray<string> = []) => {
      const folder = folders.get(name)
      if (folder === undefined) {
        if (!row.outside.some((pattern) => fits(pattern, name))) say(where, `may not depend on ${name}`)
      } else if (pluginAt(one.folder) !== undefined && pluginAt(folder) !== undefined) {
        say(where, `is a plugin and may not depend on the plugin ${name}`)
      } else if (![...row.workspace, ...further].some((pattern) => fits(pattern, folder))) {
        say(where, `may not depend on ${name}: against the direction of the packages`)
      }
    }
    for (const name of declared) judge("package.json", name)

    for (const source of one.sources) {
      for (const specifier of source.specifiers) {
        const name = packageNameOf(specifier)
        if (isRelative(specifier)) {
          if (escapes(source, specifier, "src/")) say(source.path, `reaches out of src with ${specifier}`)
        } else if (isNode(specifier)) {
          if (!row.node?.some((pattern) => fits(pattern, source.path))) say(source.path, `may not import ${specifier}`)
        } else if (!declared.includes(name)) {
          judge(source.path, name)
          say(source.path, `imports ${name}, which package.json does not declare`)
        }
      }
    }
    for (const test of one.tests) {
      for (const specifier of test.specifiers) {
        const name = packageNameOf(specifier)
        if (isRelative(specifier)) {
          if (escapes(test, specifier, "src/", "test/")) say(test.path, `reaches out of its package with ${specifier}`)
        } else if (!isNode(specifier) && ![testRunner, ...declared, ...Object.keys(devDependencies)].includes(name)) {
          say(test.path, `imports ${name}, which package.json does not declare`)
        }
      }
    }

    const named = (files: ReadonlyArray<Source>, name: string) =>
      files.some(({ text }) => text.includes(`"${name}"`) || text.includes(`"${name}/`))
    for (const name of declared) {
      const asked = peers[name] !== undefined && declared.includes(peers[name])
      if (!asked && !named(one.sources, name)) say("package.json", `declares ${name}, which no source imports`)
    }
    for (const name of Object.keys(devDependencies)) {
      if (folders.has(name) && !forTests.includes(folders.get(name)!)) judge("package.json", name, row.tests)
      // What is asked of whoever installs the package has to be there while it is developed.
      if (!name.startsWith("@types/") && peerDependencies[name] === undefined && !named(one.tests, name)) {
        say("package.json", `declares ${name} for development, which no test imports`)
      }
    }
    return found
  })
}
