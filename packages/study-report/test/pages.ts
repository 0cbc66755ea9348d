import { parseHTML } from "linkedom"
import { posix } from "node:path"
import type { ReportFile } from "../src/index.ts"

/** The parts of linkedom's elements that are used here. */
export interface Element {
  readonly tagName: string
  readonly textContent: string
  readonly parentNode: Element | null
  readonly getAttribute: (name: string) => string | null
  readonly querySelectorAll: (selector: string) => Iterable<Element>
  readonly querySelector: (selector: string) => Element | null
}

export const parse = (html: string): Element => (parseHTML(html) as unknown as { document: Element }).document

/** Every file that writing the report gives. */
export const written = (files: ReadonlyArray<ReportFile>): ReadonlySet<string> =>
  new Set(files.flatMap(({ path, png }) => (png === undefined ? [path] : [path, png])))

/** Ids of a page, read from its text: a document object model of thousands of rows takes many seconds to ask. */
export const idsIn = (html: string): ReadonlyArray<string> =>
  Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id!)

/** Links of a page or a table as "file#id". */
const linksIn = ({ path, text }: ReportFile): ReadonlyArray<string> => {
  const found = path.endsWith(".md")
    ? Array.from(text.matchAll(/(?<!\\)\]\(([^)]+)\)/g), ([, href]) => href!)
    : Array.from(text.matchAll(/ (?:href|src)="([^"]*)"/g), ([, href]) => href!.replaceAll("&amp;", "&"))
  return found.map((href) => {
    const [file, id] = href.split("#")
    return `${file === "" ? path : posix.join(posix.dirname(path), file!)}${id === undefined ? "" : `#${id}`}`
  })
}

/** Links that lead nowhere in the written folder. */
export const broken = (files: ReadonlyArray<ReportFile>): ReadonlyArray<string> => {
  const targets = new Set(written(files))
  for (const { path, text } of files) {
    if (!path.endsWith(".html")) continue
    for (const id of idsIn(text)) targets.add(`${path}#${id}`)
  }
  const pages = files.filter(({ path }) => !path.endsWith(".svg"))
  return pages.flatMap((file) => linksIn(file).flatMap((to) => (targets.has(to) ? [] : [`${file.path} → ${to}`])))
}

/** Ids that occur twice in a page. */
export const doubled = ({ text }: ReportFile): ReadonlyArray<string> => {
  const ids = idsIn(text)
  // Figures share the definition of their hatching.
  const seen = new Set<string>()
  return ids.filter((id) => !id.startsWith("rulescope-hatch") && seen.size === seen.add(id).size)
}

const voids = new Set(["meta", "br", "img", "link", "hr", "input"])

/** The first tag that is not closed where it should be; undefined in a page that is well formed. */
export const malformed = (html: string): string | undefined => {
  const open: Array<string> = []
  const body = html.replace(/^<!doctype html>/, "").replace(/<style>[^<]*<\/style>/, "")
  for (const [all, closing, name, own] of body.matchAll(/<(\/?)([a-zA-Z][\w-]*)(?:"[^"]*"|[^"<>])*?(\/?)>/g)) {
    if (own === "/" || voids.has(name!)) continue
    if (closing === "") open.push(name!)
    else if (open.pop() !== name) return all
  }
  return open.at(-1)
}
