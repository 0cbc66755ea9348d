/** log Σ exp(values), without overflow. */
export const logSum = (values: ReadonlyArray<number>): number => {
  const most = Math.max(...values)
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0))
}
