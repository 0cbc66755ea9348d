import { parseSync } from "vite"
import type { Package } from "./sources.ts"

/** A sentence that a source may say to a user; `⟨…⟩` stands where it puts a value. */
export interface Sentence {
  readonly file: string
  readonly text: string
}

type Node = { readonly type: string } & Readonly<Record<string, any>>

/** Fields and variables that hold what users read when something fails. */
const named = /^(?:reason|remedy|allowed|because|when|forms|again|readable)$/

/** Functions that take such texts, and at which places. */
const places: Readonly<Record<string, ReadonlyArray<number>>> = {
  unreadable: [0, 1],
  refused: [2, 3],
  damaged: [0],
  failure: [0, 1],
  foreign: [0]
}

/** Every text that an expression may come to. */
const textsOf = (node: Node | null | undefined): ReadonlyArray<string> => {
  switch (node?.type) {
    case "Literal":
      return typeof node["value"] === "string" ? [node["value"]] : []
    case "TemplateLiteral":
      return [node["quasis"].map(({ value }: Node) => value.cooked).join("⟨…⟩")]
    case "ConditionalExpression":
      return [...textsOf(node["consequent"]), ...textsOf(node["alternate"])]
    case "LogicalExpression":
      return [...textsOf(node["left"]), ...textsOf(node["right"])]
    case "ArrowFunctionExpression":
      return textsOf(node["body"])
    default:
      return []
  }
}

const visit = (node: unknown, found: Array<string>): void => {
  if (Array.isArray(node)) return node.forEach((one) => visit(one, found))
  if (typeof node !== "object" || node === null) return
  const one = node as Node
  if (one.type === "Property" && named.test(one["key"]?.name ?? "")) found.push(...textsOf(one["value"]))
  if (one.type === "VariableDeclarator" && named.test(one["id"]?.name ?? "")) found.push(...textsOf(one["init"]))
  if (one.type === "CallExpression") {
    for (const at of places[one["callee"]?.name] ?? []) found.push(...textsOf(one["arguments"][at]))
  }
  Object.values(one).forEach((value) => visit(value, found))
}

const templatesIn = (node: unknown, found: Array<string>): void => {
  if (Array.isArray(node)) return node.forEach((one) => templatesIn(one, found))
  if (typeof node !== "object" || node === null) return
  const one = node as Node
  if (one.type === "TaggedTemplateExpression" && one["tag"].name === "say") {
    const parts: ReadonlyArray<string> = one["quasi"].quasis.map(({ value }: Node) => value.cooked)
    found.push(parts.reduce((text, part, i) => `${text}{${i - 1}}${part}`))
  }
  Object.values(one).forEach((value) => templatesIn(value, found))
}

/** Templates of the sentences that the sources of a package say, read from their syntax. */
export const templatesOf = ({ folder, sources }: Package): ReadonlyArray<Sentence> =>
  sources.flatMap(({ path, text }) => {
    const found: Array<string> = []
    templatesIn(parseSync(path, text).program, found)
    return found.map((one) => ({ file: `${folder}/${path}`, text: one }))
  })

/** What the sources of a package say when something fails and tell as English alone, read from their syntax. */
export const sentencesOf = ({ folder, sources }: Package): ReadonlyArray<Sentence> =>
  sources.flatMap(({ path, text }) => {
    const found: Array<string> = []
    visit(parseSync(path, text).program, found)
    const file = `${folder}/${path}`
    // What is only values put together, or a name, is no sentence.
    return found.filter((one) => /[a-z]{2,} [a-z]/i.test(one.replaceAll("⟨…⟩", ""))).map((one) => ({ file, text: one }))
  })
