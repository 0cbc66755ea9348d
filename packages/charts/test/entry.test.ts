import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import * as charts from "../src/index.ts"
import { caseResult } from "./cases.ts"
import { twoStates } from "./twoStates.ts"

const source = join(import.meta.dirname, "../src")

/** Files that an entry reaches, and the packages that they import at run time. */
const reachedFrom = (entry: string) => {
  const files = new Set<string>()
  const packages = new Set<string>()
  const visit = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    const statements = readFileSync(file, "utf8").matchAll(/^(import|export)( type)? [^"]*?from "([^"]+)"/gms)
    for (const [, , isType, specifier] of statements) {
      if (specifier!.startsWith(".")) visit(join(dirname(file), specifier!))
      else if (isType === undefined) packages.add(specifier!)
    }
  }
  visit(join(source, entry))
  return { files: [...files], packages: [...packages].sort() }
}

describe("the main entry", () => {
  it("needs nothing but automata at run time: no Node, no DOM library", () => {
    const { files, packages } = reachedFrom("index.ts")
    expect(files.length).toBeGreaterThan(20)
    expect(files.every((file) => existsSync(file))).toBe(true)
    expect(packages).toEqual(["@rulescope/lattice"])
  })

  it("draws without a document and leaves none behind", () => {
    const before = Object.getOwnPropertyNames(globalThis).sort()
    expect("document" in globalThis || "window" in globalThis).toBe(false)
    const result = caseResult("clean")
    charts.counterFigureSvg(charts.counterFigure(result, twoStates))
    charts.classFigureSvg(charts.classFigure(result, twoStates))
    charts.familyFigureSvg(charts.familyFigure(result, twoStates))
    expect(Object.getOwnPropertyNames(globalThis).sort()).toEqual(before)
  })

  it("leaves PNG, and with it Node, to an entry of its own", () => {
    expect(reachedFrom("png/index.ts").packages).toEqual(["@resvg/resvg-wasm", "node:fs/promises", "node:module"])
  })
})
