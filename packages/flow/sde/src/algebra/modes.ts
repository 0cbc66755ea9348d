import type { Grid } from "./grid.ts"

/**
 * Values of many modes at one point, each from its parent by one multiplication: modes are the leaves of a tree whose
 * levels are the coordinates and forms.
 */
export interface Modes {
  /** Value of every mode, in the order of the keys that were asked for. */
  readonly re: Float64Array
  readonly im: Float64Array
  /** Computes the values at x. */
  readonly at: (x: ArrayLike<number>) => void
}

interface Level {
  readonly dim: number
  readonly parent: Int32Array
  readonly exponent: Int8Array
  readonly re: Float64Array
  readonly im: Float64Array
}

/** Builds the tree for keys of a grid; keys must not carry increments. */
export const makeModes = (grid: Grid, keys: ArrayLike<number>): Modes => {
  const { bounds, d, exponents, origin, size, vectors } = grid
  const dims = bounds.flatMap((bound, dim) => (bound > 0 ? [dim] : []))
  // Prefixes of the exponents, numbered level by level in the order of their first appearance.
  let nodes = Int32Array.from({ length: keys.length }, () => 0)
  const levels: Array<Level> = []
  for (const dim of dims) {
    const found = new Map<number, number>()
    const parent: Array<number> = []
    const exponent: Array<number> = []
    const span = 2 * bounds[dim]! + 1
    nodes = nodes.map((node, i) => {
      const e = exponents[dim * size + keys[i]! + origin]!
      const code = node * span + e + bounds[dim]!
      const known = found.get(code)
      if (known !== undefined) return known
      found.set(code, parent.length)
      parent.push(node)
      exponent.push(e)
      return parent.length - 1
    })
    const room = (): Float64Array => new Float64Array(parent.length)
    levels.push({ dim, parent: Int32Array.from(parent), exponent: Int8Array.from(exponent), re: room(), im: room() })
  }
  const re = new Float64Array(keys.length)
  const im = new Float64Array(keys.length)
  const tables = bounds.map((bound) => ({ re: new Float64Array(bound + 1).fill(1), im: new Float64Array(bound + 1) }))
  const fill = (dim: number, x: ArrayLike<number>): void => {
    const table = tables[dim]!
    let stepRe = 0
    let stepIm = 0
    if (dim < d) {
      stepRe = Math.cos(x[dim]!)
      stepIm = Math.sin(x[dim]!)
    } else for (let k = 0; k < d; k++) stepRe += vectors[(dim - d) * d + k]! * x[k]!
    for (let e = 1; e < table.re.length; e++) {
      const a = table.re[e - 1]!
      const b = table.im[e - 1]!
      table.re[e] = a * stepRe - b * stepIm
      table.im[e] = a * stepIm + b * stepRe
    }
  }
  return {
    re,
    im,
    at: (x) => {
      let above: Level | undefined
      for (const level of levels) {
        fill(level.dim, x)
        const table = tables[level.dim]!
        for (let i = 0; i < level.parent.length; i++) {
          const e = level.exponent[i]!
          const a = table.re[e < 0 ? -e : e]!
          const b = e < 0 ? -table.im[-e]! : table.im[e]!
          const p = level.parent[i]!
          const u = above === undefined ? 1 : above.re[p]!
          const v = above === undefined ? 0 : above.im[p]!
          level.re[i] = a * u - b * v
          level.im[i] = a * v + b * u
        }
        above = level
      }
      for (let i = 0; i < nodes.length; i++) {
        re[i] = above === undefined ? 1 : above.re[nodes[i]!]!
        im[i] = above === undefined ? 0 : above.im[nodes[i]!]!
      }
    }
  }
}
