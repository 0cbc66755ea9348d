import type { Value } from "./sheet.ts"

/** Gives every value a code, 0 to 255, in the order of their first appearance. */
export interface Coder {
  /** Code of a value, or -1 when 256 others came before it. */
  readonly codeOf: (value: Value) => number
  readonly values: Array<Value>
}

export const makeCoder = (): Coder => {
  const values: Array<Value> = []
  const codes = new Map<Value, number>()
  // States are small whole numbers nearly always, and a table is four times as fast as a map.
  const small = new Int16Array(256).fill(-1)
  const enter = (value: Value): number => {
    if (values.length === 256) return -1
    const code = values.push(value) - 1
    if (typeof value === "number" && value >= 0 && value <= 255 && Number.isInteger(value)) small[value] = code
    else codes.set(value, code)
    return code
  }
  return {
    values,
    codeOf: (value) => {
      if (typeof value === "number" && value >= 0 && value <= 255 && Number.isInteger(value)) {
        const code = small[value]!
        return code < 0 ? enter(value) : code
      }
      return codes.get(value) ?? enter(value)
    }
  }
}
