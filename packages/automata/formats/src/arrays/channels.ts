import type { Value } from "../sheet.ts"
import { makeCoder } from "../coder.ts"
import { sizeOf, type ValueArray } from "./array.ts"

/** Numbers of channels that are told as states: one channel each. */
const mostStates = 16

/** The value that stands for "this one" where there are but two, null where they are no such pair. */
const hot = ({ codes, values }: ValueArray): Value => {
  const seen = new Set<Value>()
  for (let i = 0; i < codes.length && seen.size < 3; i++) seen.add(values[codes[i]!]!)
  const [one = null, other = null] = [...seen]
  if (seen.size !== 2 || typeof one !== "number" || typeof other !== "number") return null
  return Math.min(one, other) === 0 ? Math.max(one, other) : null
}

/** States 0 to channels - 1 of an array whose last axis has exactly one channel set in every cell; null otherwise. */
export const fromOneHot = (array: ValueArray): ValueArray | null => {
  const { codes, shape, values } = array
  const channels = shape.at(-1)!
  if (channels < 2 || channels > mostStates) return null
  const set = hot(array)
  if (set === null) return null
  const cells = shape.slice(0, -1)
  const states = new Uint8Array(sizeOf(cells)).fill(255)
  for (let i = 0; i < codes.length; i++) {
    if (values[codes[i]!] !== set) continue
    const cell = Math.floor(i / channels)
    if (states[cell] !== 255) return null
    states[cell] = i % channels
  }
  return states.includes(255)
    ? null
    : { shape: cells, codes: states, values: Array.from({ length: channels }, (_, state) => state) }
}

const hexadecimal = (level: number): string => Math.round(level).toString(16).padStart(2, "0")

/** A colour as "#rrggbb", of red, green and blue from 0 to 255. */
const colourOf = (red: number, green: number, blue: number): string =>
  `#${hexadecimal(red)}${hexadecimal(green)}${hexadecimal(blue)}`

/**
 * Colours of an array whose last axis is red, green, blue and perhaps opacity, which is left out: numbers 0 to
 * 255, or 0 to 1. Null when they are no levels, or more than 256 colours.
 */
export const fromColours = ({ codes, shape, values }: ValueArray): ValueArray | null => {
  const channels = shape.at(-1)!
  if (channels !== 3 && channels !== 4) return null
  let most = 0
  const levels = new Float64Array(values.length)
  for (let i = 0; i < codes.length; i++) {
    const value = values[codes[i]!]
    if (typeof value !== "number" || !(value >= 0 && value <= 255)) return null
    levels[codes[i]!] = value
    most = Math.max(most, value)
  }
  const scale = most <= 1 ? 255 : 1
  const cells = shape.slice(0, -1)
  const colours = new Uint8Array(sizeOf(cells))
  const coder = makeCoder()
  for (let cell = 0; cell < colours.length; cell++) {
    const [red, green, blue] = [0, 1, 2].map((i) => scale * levels[codes[cell * channels + i]!]!) as [
      number,
      number,
      number
    ]
    const code = coder.codeOf(colourOf(red, green, blue))
    if (code < 0) return null
    colours[cell] = code
  }
  return { shape: cells, codes: colours, values: coder.values }
}
