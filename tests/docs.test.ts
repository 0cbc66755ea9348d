import { existsSync } from "node:fs"
import { join, posix } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { root } from "../scripts/workspaces.ts"
import { anchorOf, codeBlocks, headings, linkTargets, markdownFiles, readText } from "./structure/markdown.ts"

const outside = /^[a-z][a-z+.-]*:/i

/** The relative links of a text that lead nowhere. `exists` and `read` answer for paths from the root. */
const deadLinks = (
  path: string,
  text: string,
  exists: (path: string) => boolean,
  read: (path: string) => string
): ReadonlyArray<string> =>
  linkTargets(text).filter((target) => {
    if (outside.test(target)) return false
    const [file, anchor] = target.split("#") as [string, string?]
    const found = file === "" ? path : posix.normalize(posix.join(posix.dirname(path), decodeURIComponent(file)))
    if (found.startsWith("..") || !exists(found)) return true
    if (anchor === undefined || !found.endsWith(".md")) return false
    return !headings(found === path ? text : read(found)).some(({ title }) => anchorOf(title) === anchor)
  })

describe("Markdown", () => {
  const files = markdownFiles()

  it.each(files)("%s has no dead link", (path) => {
    const dead = deadLinks(path, readText(path), (other) => existsSync(join(root, other)), readText)
    assert.deepStrictEqual(dead, [])
  })

  it("a dead link is found, and a live one is not", () => {
    const pages: Readonly<Record<string, string>> = { "docs/a.md": "# Über uns: two words\n", "fig.svg": "" }
    const text = [
      "[a](a.md) [b](b.md) [c](a.md#über-uns-two-words) [d](a.md#nowhere) [e](#top) ![f](../fig.svg)",
      '[g](https://example.org) [h](../../out.md) `[i](j.md)` <img src="../gone.png">',
      "```md\n[k](l.md)\n```"
    ].join("\n")
    const dead = deadLinks(
      "docs/here.md",
      text,
      (path) => path in pages || path.startsWith(".."),
      (path) => pages[path]!
    )
    assert.deepStrictEqual(dead, ["b.md", "a.md#nowhere", "#top", "../../out.md", "../gone.png"])
  })
})

describe("README in English and in Chinese", () => {
  const both = ["README.md", "README.zh-CN.md"]
  const texts = () => both.map((path) => (existsSync(join(root, path)) ? readText(path) : ""))

  it("both exist, and each links to the other", () => {
    const [english, chinese] = texts()
    assert.include(linkTargets(english!), "README.zh-CN.md")
    assert.include(linkTargets(chinese!), "README.md")
  })

  it("have the same headings, level by level", () => {
    const [english, chinese] = texts().map((text) => headings(text).map(({ level }) => level))
    assert.isNotEmpty(english)
    assert.deepStrictEqual(chinese, english)
  })

  it("have the same commands and examples", () => {
    const [english, chinese] = texts().map(codeBlocks)
    assert.isNotEmpty(english)
    assert.deepStrictEqual(chinese, english)
  })

  it("show the same figures, or the Chinese ones of the same name", () => {
    const figures = (text: string) =>
      linkTargets(text).flatMap((target) =>
        /\.(?:svg|png|gif)$/.test(target) ? [target.replace(/\.zh-CN(?=\.\w+$)/, "")] : []
      )
    const [english, chinese] = texts().map(figures)
    assert.isNotEmpty(english)
    assert.deepStrictEqual(chinese, english)
  })
})
