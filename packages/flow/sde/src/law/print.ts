import { formsOf } from "../space.ts"
import { termName } from "../terms/name.ts"
import type { Law, Weighted } from "./law.ts"

/** How numbers are written; the shortest text that reads back as the same number, unless told otherwise. */
export interface PrintOptions {
  readonly number?: (value: number) => string
}

/** `1.3 - sin(phi1) + 0.25 sin(phi2 - phi1)`; a sum without terms is 0. */
const sumText = (space: Law["space"], sum: ReadonlyArray<Weighted>, number: (value: number) => string): string => {
  if (sum.length === 0) return "0"
  return sum
    .map(({ term, value }, i) => {
      const name = termName(space, term)
      const size = number(Math.abs(value))
      const text = name === "1" ? size : size === "1" ? name : `${size} ${name}`
      if (i === 0) return value < 0 ? `-${text}` : text
      return `${value < 0 ? "-" : "+"} ${text}`
    })
    .join(" ")
}

const noiseText = (noise: Law["noise"], number: (value: number) => string): string => {
  const isDiagonal = noise.every((row, k) => row.every((value, l) => k === l || value === 0))
  if (!isDiagonal) return `[${noise.map((row) => `[${row.map(number).join(", ")}]`).join(", ")}]`
  const entries = noise.map((row, k) => row[k]!)
  return entries.every((value) => value === entries[0]) ? number(entries[0]!) : entries.map(number).join(", ")
}

/** Coordinates whose kind the equations do not show, as statements of their own. */
const kindsText = ({ drift, space }: Law): ReadonlyArray<string> => {
  const terms = drift.flat().map(({ term }) => term)
  const forms = formsOf(space)
  const wrong = space.coordinates.filter(({ kind }, k) => {
    const alone = terms.some(({ powers }) =>
      powers.some((p, r) => p > 0 && forms[r]!.vector.every((v, l) => v === (k === l ? 1 : 0)))
    )
    const turning = terms.some(
      ({ powers, wave }) => wave[k] !== 0 || powers.some((p, r) => p > 0 && forms[r]!.vector[k] !== 0)
    )
    return kind !== (turning && !alone ? "phase" : "real")
  })
  return (["phase", "real"] as const).flatMap((kind) => {
    const names = wrong.filter((coordinate) => coordinate.kind === kind).map(({ name }) => name)
    return names.length === 0 ? [] : [`${kind} ${names.join(", ")}`]
  })
}

/** Writes a law as `parseLaw` reads it. */
export const printLaw = (law: Law, { number = String }: PrintOptions = {}): string => {
  const { drift, noise, space } = law
  const equations = drift.map((sum, k) => `${space.coordinates[k]!.name}' = ${sumText(space, sum, number)}`)
  return [...kindsText(law), ...equations, `noise ${noiseText(noise, number)}`].join("; ")
}
