import type { Cluster } from "./colours.ts"

/** What follows on what: `counts[a * n + b]`, how often a cell of cluster a becomes one of cluster b. */
export const successions = (codes: Uint8Array, size: number, clusters: number): Float64Array => {
  const counts = new Float64Array(clusters * clusters)
  for (let i = 0; i + size < codes.length; i++) counts[codes[i]! * clusters + codes[i + size]!]!++
  return counts
}

/** Share of the cells that may go another way, tried in this order: cells misread; generations left out. */
const tolerances = [0.1, 0.45]

/** Clusters in the order of states 0, 1, 2 … when they age: every state from 2 on always becomes the next one, the last 0. */
const ageing = (counts: Float64Array, n: number, tolerated: number): ReadonlyArray<number> | null => {
  const totals = Array.from({ length: n }, (_, a) => counts.subarray(a * n, (a + 1) * n).reduce((sum, c) => sum + c, 0))
  const next = totals.map((total, a) => {
    for (let b = 0; b < n; b++) if (b !== a && counts[a * n + b]! >= (1 - tolerated) * total && total > 0) return b
    return -1
  })
  // State 0 becomes 0 or 1; the chain of those that always go on leads from 2 to 0.
  for (let dead = 0; dead < n; dead++) {
    for (let live = 0; live < n; live++) {
      if (live === dead) continue
      const rest = Array.from({ length: n }, (_, k) => k).filter((k) => k !== dead && k !== live)
      if (rest.some((k) => next[k] === -1)) continue
      const first = rest.filter((k) => !rest.some((other) => next[other] === k))
      if (first.length !== 1) continue
      const chain = [first[0]!]
      while (next[chain.at(-1)!] !== dead && chain.length < n) chain.push(next[chain.at(-1)!]!)
      if (chain.length !== rest.length) continue
      const stays = (counts[dead * n + dead]! + counts[dead * n + live]!) / totals[dead]!
      const lives = (counts[live * n + live]! + counts[live * n + first[0]!]!) / totals[live]!
      const born = counts[dead * n + live]! > 0 && counts[live * n + first[0]!]! > 0
      if (born && stays >= 1 - tolerated && lives >= 1 - tolerated) return [dead, live, ...chain]
    }
  }
  return null
}

const brightness = (colour: number): number =>
  0.299 * (colour >> 16) + 0.587 * ((colour >> 8) & 255) + 0.114 * (colour & 255)

/** The order of states, and why. */
export interface Order {
  /** Clusters, that of state 0 first. */
  readonly clusters: ReadonlyArray<number>
  readonly because: string
}

/**
 * The state of every cluster. Colours that always follow on one another are the ages of a dying cell. Otherwise
 * the commonest colour is 0 and the others follow by how far their brightness is from it.
 */
export const orderOf = (clusters: ReadonlyArray<Cluster>, counts: Float64Array): Order => {
  const n = clusters.length
  const aged =
    n > 2 ? (tolerances.map((tolerated) => ageing(counts, n, tolerated)).find((order) => order !== null) ?? null) : null
  if (aged !== null) return { clusters: aged, because: "by what follows on what" }
  const [ground] = [...clusters.keys()].sort((a, b) => clusters[b]!.count - clusters[a]!.count)
  const from = (k: number): number =>
    k === ground ? -1 : Math.abs(brightness(clusters[k]!.colour) - brightness(clusters[ground!]!.colour))
  return {
    clusters: [...clusters.keys()].sort((a, b) => from(a) - from(b)),
    because: "the commonest is 0"
  }
}
