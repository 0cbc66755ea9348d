import { logGamma } from "../logGamma.ts"

/** Counts of next states by key, `rows.get(key)[next]`. */
export class Counters {
  readonly states: number
  readonly rows = new Map<number, Float64Array>()

  constructor(states: number) {
    this.states = states
  }

  add(key: number, next: number, times = 1): void {
    let row = this.rows.get(key)
    if (row === undefined) this.rows.set(key, (row = new Float64Array(this.states)))
    row[next]! += times
  }

  /**
   * Nats that it takes to write the outcomes down when only the key is known beforehand, the shares learned on the way:
   * minus the logarithm of their Dirichlet-multinomial probability with ½ for every state (Krichevsky and Trofimov
   * 1981). A key that says nothing makes it longer.
   */
  nats(): number {
    const { states } = this
    let sum = 0
    for (const row of this.rows.values()) {
      let all = 0
      for (const count of row) {
        if (count > 0) sum -= logGamma(count + 0.5) - logGamma(0.5)
        all += count
      }
      sum += logGamma(all + states / 2) - logGamma(states / 2)
    }
    return sum
  }
}
