import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../../scripts/workspaces.ts"

const hidden = new Set(["node_modules", "dist", ".tools", ".git", ".turbo", ".rulescope", "runs", "scratch"])

/** Every Markdown file of the repository, from its root. */
export const markdownFiles = (folder = ""): ReadonlyArray<string> =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return hidden.has(entry.name) ? [] : markdownFiles(path)
    return entry.name.endsWith(".md") ? [path] : []
  })

export const readText = (path: string): string => readFileSync(join(root, path), "utf8")

const fence = /^(?:```|~~~)(\w*)[^\n]*\n([\s\S]*?)^(?:```|~~~)\s*$/gm

export interface CodeBlock {
  readonly language: string
  /** Lines without comments and without space at their ends. */
  readonly lines: ReadonlyArray<string>
}

/** Fenced blocks in their order. Comments may differ between translations, commands may not. */
export const codeBlocks = (text: string): ReadonlyArray<CodeBlock> =>
  [...text.matchAll(fence)].map(([, language, body]) => ({
    language: language!,
    lines: body!
      .split("\n")
      .map((line) => line.replace(/(?:^|\s+)(?:#|\/\/)\s.*$/, "").trimEnd())
      .filter((line) => line !== "")
  }))

const prose = (text: string): string => text.replaceAll(fence, "")

/** Level and text of every heading. */
export const headings = (text: string): ReadonlyArray<{ readonly level: number; readonly title: string }> =>
  [...prose(text).matchAll(/^(#{1,6})\s+(.+?)\s*$/gm)].map(([, marks, title]) => ({
    level: marks!.length,
    title: title!
  }))

/** The anchor that GitHub gives a heading. */
export const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(/\s/g, "-")

/** Targets of links and images, in order: inline, by reference, and in HTML. */
export const linkTargets = (text: string): ReadonlyArray<string> => {
  const body = prose(text).replaceAll(/`[^`\n]*`/g, "")
  const inline = /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g
  const reference = /^\[[^\]]+\]:\s*(\S+)/gm
  const html = /\s(?:src|href)="([^"]+)"/g
  return [inline, reference, html].flatMap((pattern) => [...body.matchAll(pattern)].map((match) => match[1]!))
}
