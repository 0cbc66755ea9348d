import type { Law } from "@rulescope/sde"

/** A value to the second significant digit of its error; as it is when the error says nothing. */
export const roundTo = (value: number, error: number): number => {
  if (!(error > 0) || !Number.isFinite(error)) return value
  const digits = Math.max(0, Math.min(15, 1 - Math.floor(Math.log10(error))))
  return Number(value.toFixed(digits))
}

/** A law whose numbers say no more than their errors allow. */
export const roundLaw = (
  { drift, noise, space }: Law,
  errorOf: (coordinate: number, place: number) => number,
  noiseErrors: ArrayLike<number>
): Law => {
  const d = space.coordinates.length
  const digits = noise.map((row, k) => row.map((value, l) => roundTo(value, noiseErrors[k * d + l]!)))
  return {
    space,
    drift: drift.map((sum, k) => sum.map(({ term, value }, i) => ({ term, value: roundTo(value, errorOf(k, i)) }))),
    // Off the diagonal only what stands at two standard errors: the rest is not told from none.
    noise: digits.map((row, k) =>
      row.map((value, l) => (k === l || Math.abs(noise[k]![l]!) > 2 * noiseErrors[k * d + l]! ? value : 0))
    )
  }
}
