import { formsOf, type Space } from "../space.ts"
import type { Term } from "./term.ts"

/** Values of the terms at a point x, one coordinate after the other; written to `out`, one entry for each term. */
export type Features = (x: ArrayLike<number>, out: Float64Array) => void

/** Compiles terms to a plain loop over their waves and powers. */
export const features = (space: Space, terms: ReadonlyArray<Term>): Features => {
  const d = space.coordinates.length
  const forms = formsOf(space)
  const waves = Int32Array.from(terms.flatMap(({ wave }) => wave))
  const powers = Int32Array.from(terms.flatMap(({ powers }) => powers))
  const vectors = Int32Array.from(forms.flatMap(({ vector }) => vector))
  // 0: a monomial, 1: a sine, 2: a cosine
  const kinds = Uint8Array.from(terms, ({ part, wave }) => (wave.every((m) => m === 0) ? 0 : part === "sin" ? 1 : 2))
  const values = new Float64Array(forms.length)
  return (x, out) => {
    for (let r = 0; r < values.length; r++) {
      let value = 0
      for (let k = 0; k < d; k++) value += vectors[r * d + k]! * x[k]!
      values[r] = value
    }
    for (let j = 0; j < kinds.length; j++) {
      let value = 1
      if (kinds[j] !== 0) {
        let angle = 0
        for (let k = 0; k < d; k++) angle += waves[j * d + k]! * x[k]!
        value = kinds[j] === 1 ? Math.sin(angle) : Math.cos(angle)
      }
      for (let r = 0; r < values.length; r++) {
        for (let p = powers[j * values.length + r]!; p > 0; p--) value *= values[r]!
      }
      out[j] = value
    }
  }
}
