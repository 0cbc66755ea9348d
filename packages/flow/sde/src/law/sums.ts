import { formsOf, type Space } from "../space.ts"
import { isStill } from "../terms/term.ts"
import type { Law, Weighted } from "./law.ts"

/** Values of sums of terms at x, written to `out`, one entry for each sum. */
export type Sums = (x: ArrayLike<number>, out: Float64Array) => void

/** Compiles sums of terms to plain loops in which every sine and cosine is taken once. */
export const compileSums = (space: Space, sums: ReadonlyArray<ReadonlyArray<Weighted>>): Sums => {
  const d = space.coordinates.length
  const forms = formsOf(space)
  const nf = forms.length
  const vectors = Int32Array.from(forms.flatMap(({ vector }) => vector))
  const waves = new Map<string, ReadonlyArray<number>>()
  const entries = sums.flatMap((sum, k) => sum.map(({ term, value }) => ({ k, term, value })))
  for (const { term } of entries) if (!isStill(term)) waves.set(term.wave.join(), term.wave)
  const keys = [...waves.keys()]
  const wave = Int32Array.from([...waves.values()].flat())
  const count = keys.length
  const equation = Uint16Array.from(entries, ({ k }) => k)
  const value = Float64Array.from(entries, (entry) => entry.value)
  const powers = Int32Array.from(entries.flatMap(({ term }) => term.powers))
  // Factors: entry w the cosine of wave w, entry count + w its sine, the last one 1.
  const place = Uint16Array.from(entries, ({ term }) =>
    isStill(term) ? 2 * count : keys.indexOf(term.wave.join()) + (term.part === "sin" ? count : 0)
  )
  const factors = new Float64Array(2 * count + 1).fill(1)
  const numbers = new Float64Array(nf)
  return (x, out) => {
    for (let r = 0; r < nf; r++) {
      let sum = 0
      for (let k = 0; k < d; k++) sum += vectors[r * d + k]! * x[k]!
      numbers[r] = sum
    }
    for (let w = 0; w < count; w++) {
      let angle = 0
      for (let k = 0; k < d; k++) angle += wave[w * d + k]! * x[k]!
      factors[w] = Math.cos(angle)
      factors[count + w] = Math.sin(angle)
    }
    out.fill(0)
    for (let j = 0; j < value.length; j++) {
      let product = value[j]! * factors[place[j]!]!
      for (let r = 0; r < nf; r++) for (let p = powers[j * nf + r]!; p > 0; p--) product *= numbers[r]!
      const k = equation[j]!
      out[k] = out[k]! + product
    }
  }
}

/** The drift of a law: one entry for each coordinate. */
export const compileDrift = ({ drift, space }: Law): Sums => compileSums(space, drift)
