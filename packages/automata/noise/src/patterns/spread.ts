/**
 * Spreads a table over digits of base `states` as recording errors do: along axis i a digit stays with
 * probability 1 - rates[i] and becomes each other digit with rates[i] / (states - 1). In place.
 *
 * Axis 0 is the least significant digit. The kernel is a product over cells and symmetric, so one pass per
 * axis applies it, and the same call applies its transpose.
 */
export const spread = (table: Float64Array, states: number, rates: ArrayLike<number>): void => {
  for (let axis = 0, stride = 1; stride < table.length; axis++, stride *= states) {
    const wrong = rates[axis]! / (states - 1)
    if (wrong === 0) continue
    if (states === 2) spreadPairs(table, stride, wrong)
    else spreadDigits(table, stride, states, wrong)
  }
}

const spreadPairs = (table: Float64Array, stride: number, wrong: number): void => {
  for (let block = 0; block < table.length; block += 2 * stride) {
    for (let i = block; i < block + stride; i++) {
      const moved = wrong * (table[i + stride]! - table[i]!)
      table[i]! += moved
      table[i + stride]! -= moved
    }
  }
}

const spreadDigits = (table: Float64Array, stride: number, states: number, wrong: number): void => {
  const kept = 1 - states * wrong
  for (let block = 0; block < table.length; block += states * stride) {
    for (let first = block; first < block + stride; first++) {
      let sum = 0
      for (let digit = 0; digit < states; digit++) sum += table[first + digit * stride]!
      for (let digit = 0; digit < states; digit++) {
        const i = first + digit * stride
        table[i] = kept * table[i]! + wrong * sum
      }
    }
  }
}

/**
 * Weight of the pairs (hidden, seen) whose digit on `axis` differs under the kernel K with `rate` there: the errors
 * expected on that axis. `table`: over hidden; `spreadSeen`: K applied to the table over seen.
 *
 * With K = K′ (αI + βJ) on the axis, β = rate / (states - 1) and α = 1 - states · β, pairs with equal digits weigh
 * (1 - rate) table·K′seen, and K′seen = (spreadSeen - β J spreadSeen) / α.
 */
export const errorsOn = (
  axis: number,
  table: Float64Array,
  spreadSeen: Float64Array,
  states: number,
  rate: number
): number => {
  const beta = rate / (states - 1)
  const alpha = 1 - states * beta
  const stride = states ** axis
  let all = 0
  let across = 0
  for (let block = 0; block < table.length; block += states * stride) {
    for (let first = block; first < block + stride; first++) {
      let sum = 0
      let weight = 0
      for (let at = first; at < first + states * stride; at += stride) {
        sum += spreadSeen[at]!
        weight += table[at]!
        all += table[at]! * spreadSeen[at]!
      }
      across += weight * sum
    }
  }
  return Math.max(0, all - ((1 - rate) / alpha) * (all - beta * across))
}

/** The rate whose spread undoes that of `rate`: negative, for rates below (states - 1) / states. */
export const inverseRate = (rate: number, states: number): number => -rate / (1 - (rate * states) / (states - 1))
