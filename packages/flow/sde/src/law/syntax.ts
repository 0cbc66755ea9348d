import { Refusal } from "./parsed.ts"
import { type Token, tokensOf } from "./tokens.ts"

/** A name where it stands. */
export interface Named {
  readonly name: string
  readonly at: number
}

/** One factor of a product, before it is known what its names are. */
export type Factor =
  | { readonly kind: "power"; readonly base: Named; readonly exponent: number }
  | { readonly kind: "difference"; readonly plus: Named; readonly minus: Named; readonly exponent: number }
  | {
      readonly kind: "wave"
      readonly part: "sin" | "cos"
      readonly at: number
      readonly members: ReadonlyArray<Named & { readonly multiple: number }>
    }

export interface Product {
  readonly value: number
  readonly factors: ReadonlyArray<Factor>
}

export interface Statements {
  readonly equations: ReadonlyArray<Named & { readonly sum: ReadonlyArray<Product> }>
  readonly kinds: ReadonlyArray<Named & { readonly kind: "phase" | "real" }>
  readonly noise: { readonly at: number; readonly rows: ReadonlyArray<ReadonlyArray<number>> } | undefined
}

const reserved = new Set(["sin", "cos", "noise", "phase", "real"])

/** Reads the statements of a law by recursive descent, one token of lookahead, in one pass. */
export const statementsOf = (text: string): Statements => {
  const tokens = tokensOf(text)
  let next = 0
  const peek = (): Token => tokens[next]!
  const isSign = (sign: string): boolean => peek().kind === "sign" && peek().text === sign
  const accept = (sign: string): boolean => isSign(sign) && ++next > 0
  const refuse = (expected: string): never => {
    const { at, kind, text } = peek()
    const found =
      kind === "end"
        ? "the law ends early"
        : kind === "break"
          ? "the statement ends early"
          : `"${text}" is not expected`
    throw new Refusal(at, found, `here belongs ${expected}`)
  }
  const expect = (sign: string, why: string): void => {
    if (!accept(sign)) refuse(why)
  }
  const number = (): number => (peek().kind === "number" ? Number(tokens[next++]!.text) : refuse("a number"))
  const signed = (): number => (accept("-") ? -number() : accept("+") ? number() : number())
  const name = (): Named => {
    const { at, kind, text } = peek()
    if (kind !== "name" || reserved.has(text)) return refuse("the name of a coordinate")
    next++
    return { name: text, at }
  }
  const whole = (what: string): number => {
    const { at } = peek()
    const value = number()
    if (!Number.isInteger(value) || value < 1 || value > 64)
      throw new Refusal(at, `${value} is no ${what}`, "whole numbers from 1 to 64 are")
    return value
  }
  const exponent = (): number => (accept("^") ? whole("exponent") : 1)

  const wave = (part: "sin" | "cos", at: number): Factor => {
    expect("(", `"(" after ${part}`)
    const members: Array<Named & { multiple: number }> = []
    let sign = accept("-") ? -1 : 1
    for (;;) {
      const multiple = peek().kind === "number" ? whole("multiple of a phase") : 1
      accept("*")
      members.push({ ...name(), multiple: sign * multiple })
      if (accept(")")) return { kind: "wave", part, at, members }
      sign = accept("-") ? -1 : accept("+") ? 1 : refuse('"+", "-" or ")"')
    }
  }
  const factor = (): Factor => {
    const { at, kind, text } = peek()
    if (kind === "name" && (text === "sin" || text === "cos")) {
      next++
      return wave(text, at)
    }
    if (accept("(")) {
      const plus = name()
      expect("-", '"-" and the other phase of a loop')
      const minus = name()
      expect(")", '")"')
      return { kind: "difference", plus, minus, exponent: exponent() }
    }
    const base = name()
    return { kind: "power", base, exponent: exponent() }
  }
  const product = (sign: number): Product => {
    let value = sign
    const factors: Array<Factor> = []
    do {
      if (peek().kind === "number") value *= number()
      else factors.push(factor())
      while (accept("/")) value /= number()
    } while (accept("*") || peek().kind === "name" || peek().kind === "number" || isSign("("))
    return { value, factors }
  }
  const sum = (): ReadonlyArray<Product> => {
    const products = [product(accept("-") ? -1 : (accept("+"), 1))]
    for (;;) {
      if (accept("+")) products.push(product(1))
      else if (accept("-")) products.push(product(-1))
      else return products
    }
  }
  const list = (): ReadonlyArray<number> => {
    const values = [signed()]
    while (accept(",")) values.push(signed())
    return values
  }
  const row = (): ReadonlyArray<number> => {
    expect("[", '"[" before a row of the noise matrix')
    const values = list()
    expect("]", '"]"')
    return values
  }
  const noise = (): ReadonlyArray<ReadonlyArray<number>> => {
    if (!accept("[")) return [list()]
    const rows = [row()]
    while (accept(",")) rows.push(row())
    expect("]", '"]" after the last row')
    return rows
  }

  const equations: Array<Named & { sum: ReadonlyArray<Product> }> = []
  const kinds: Array<Named & { kind: "phase" | "real" }> = []
  let strength: { at: number; rows: ReadonlyArray<ReadonlyArray<number>> } | undefined
  while (peek().kind !== "end") {
    const { at, kind, text } = peek()
    if (kind === "break") {
      next++
      continue
    }
    if (kind === "name" && (text === "phase" || text === "real")) {
      next++
      do kinds.push({ ...name(), kind: text })
      while (accept(","))
    } else if (kind === "name" && text === "noise") {
      if (strength !== undefined) throw new Refusal(at, "the noise is given twice", "leave one of them out")
      next++
      strength = { at, rows: noise() }
    } else {
      const left = name()
      expect("'", `"'" after ${left.name}`)
      expect("=", '"="')
      equations.push({ ...left, sum: sum() })
    }
    if (peek().kind !== "end" && peek().kind !== "break") refuse('";", a new line or the end')
  }
  return { equations, kinds, noise: strength }
}
