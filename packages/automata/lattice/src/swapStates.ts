import type { Rule } from "./family.ts"
import { undetermined } from "./family.ts"

/**
 * The rule that a recording seems to follow when its two states are called by each other's names: class and next
 * state of every pattern are those of the inverted pattern, inverted. Undetermined classes stay so.
 *
 * null when the family has more than two states or no table of patterns, or when an inverted class is not a class.
 */
export const swapStates = ({ family, labels }: Rule): Rule | null => {
  const { partition, states } = family
  if (states !== 2 || partition === null) return null
  const swapped = new Int32Array(family.classes.length).fill(-1)
  const last = partition.length - 1
  for (const [pattern, index] of partition.entries()) {
    const inverted = partition[last - pattern]!
    if (swapped[index] === -1) swapped[index] = inverted
    else if (swapped[index] !== inverted) return null
  }
  return {
    family,
    labels: labels.map((_, index) => {
      const label = labels[swapped[index]!]!
      return label === undetermined ? undetermined : 1 - label
    })
  }
}
