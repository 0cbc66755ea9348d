/** log Σ exp(values[from..to)), without overflow; of all values by default. */
export const logSum = (values: ArrayLike<number>, from = 0, to = values.length): number => {
  let most = -Infinity
  for (let i = from; i < to; i++) most = Math.max(most, values[i]!)
  let sum = 0
  for (let i = from; i < to; i++) sum += Math.exp(values[i]! - most)
  return most + Math.log(sum)
}
