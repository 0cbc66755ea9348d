/** Whether some row of a table has more than one outcome: of patterns, that contradicts every family. */
export const isNoisy = ({ counts, states }: { readonly counts: Float64Array; readonly states: number }): boolean => {
  for (let row = 0; row < counts.length; row += states) {
    let outcomes = 0
    for (let next = 0; next < states; next++) if (counts[row + next]! > 0) outcomes++
    if (outcomes > 1) return true
  }
  return false
}
