import { escaped } from "@rulescope/charts"

export { escaped }

/** A link inside the page. */
export const link = (href: string, text: string): string => `<a href="${escaped(href)}">${escaped(text)}</a>`

/** A table that scrolls within a narrow page; head and cells are markup, `kind` its class. */
export const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<string>, kind?: string): string =>
  `<div class="scroll" tabindex="0"><table${kind === undefined ? "" : ` class="${kind}"`}>${head.length === 0 ? "" : `<thead><tr>${head.join("")}</tr></thead>`}<tbody>${rows.join("")}</tbody></table></div>`

export const section = (id: string, title: string, ...contents: ReadonlyArray<string>): string =>
  `<section id="${id}"><h2>${escaped(title)}</h2>${contents.join("")}</section>`
