import { groupById, moore, type Neighbourhood, quarterTurn } from "@rulescope/lattice"
import type { Views } from "./views.ts"

/** Width σ of the Gaussian rings in cells, and of the outermost. */
const ringWidth = 0.6
const outermostWidth = 0.4

/** One real basis function, Gaussian around a circle and a sine or cosine along it. */
interface Harmonic {
  /** Radius of the circle, in cells. */
  readonly ring: number
  readonly width: number
  readonly frequency: number
  readonly sine: boolean
}

/**
 * The basis for a square of radius `radius`: circles at 0 to `radius` cells; on the circle at ρ the frequencies up
 * to 2ρ, half of what its 8ρ cells resolve, so that turning by 45° aliases little.
 */
const basis = (radius: number): ReadonlyArray<Harmonic> =>
  Array.from({ length: radius + 1 }, (_, ring) => {
    const width = ring === radius && ring > 0 ? outermostWidth : ringWidth
    return Array.from({ length: 2 * ring + 1 }, (__, frequency) => [
      { ring, width, frequency, sine: false },
      ...(frequency === 0 ? [] : [{ ring, width, frequency, sine: true }])
    ]).flat()
  }).flat()

/** Value of a basis function turned by `turn` radians at a cell, x to the right and y downwards. */
const valueAt = ({ frequency, ring, sine, width }: Harmonic, x: number, y: number, turn: number): number => {
  const radius = Math.hypot(x, y)
  const profile = Math.exp(-((radius - ring) ** 2) / (2 * width * width))
  // At the very centre the angle has no meaning, and only frequency 0 is continuous there.
  if (radius === 0) return frequency === 0 ? profile : 0
  const phase = frequency * (Math.atan2(y, x) - turn)
  return profile * (sine ? Math.sin(phase) : Math.cos(phase))
}

/**
 * Approximate: the eighth turns as turns of the plane. A filter is a combination of band-limited circular
 * harmonics on Gaussian rings, turned by 45° in closed form and sampled again at the cells.
 *
 * Turning by 90° maps cells to cells, so quarter turns stay exact; eighth turns do not map the square to itself
 * and are exact for no filter but the constant on each ring. Null for a neighbourhood that is not a full square.
 *
 * Source: M. Weiler, G. Cesa, General E(2)-Equivariant Steerable CNNs (2019, arXiv:1911.08251), section 2.6.
 * Departs from source: real filters from a trivial to a regular field only, frequencies up to 2ρ, each basis
 * function scaled to unit norm over the cells.
 */
export const interpolatedViews = (cells: Neighbourhood): Views | null => {
  if (cells.radius < 1 || cells.id !== moore(cells.radius).id) return null
  const group = groupById("C8")
  const functions = basis(cells.radius)
  const [area, size] = [cells.offsets.length, functions.length]
  const matrix = new Float32Array(group.order * area * size)
  for (const eighth of [0, 1]) {
    for (const [b, harmonic] of functions.entries()) {
      const values = cells.offsets.map(([x, y]) => valueAt(harmonic, x, y, (eighth * Math.PI) / 4))
      const norm = Math.hypot(...cells.offsets.map(([x, y]) => valueAt(harmonic, x, y, 0)))
      for (const [j, value] of values.entries()) matrix[(eighth * area + j) * size + b] = value / norm
    }
  }
  // The other six by moving cells, not by evaluating again: that keeps the quarter turns exact to the last bit.
  const quarter = quarterTurn(cells)
  for (let eighth = 2; eighth < group.order; eighth++) {
    for (let i = 0; i < area; i++) {
      const from = ((eighth - 2) * area + i) * size
      matrix.set(matrix.subarray(from, from + size), (eighth * area + quarter[i]!) * size)
    }
  }
  return { group, cells, size, matrix, exact: "C4" }
}
