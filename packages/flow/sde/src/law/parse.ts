import { cholesky } from "../linear/cholesky.ts"
import type { Kind, Space } from "../space.ts"
import { canonical, type Term } from "../terms/term.ts"
import { diagonal, type Law, type Weighted } from "./law.ts"
import { type Parsed, Refusal } from "./parsed.ts"
import { type Factor, type Named, type Product, type Statements, statementsOf } from "./syntax.ts"

/** Where each coordinate stands, by name. */
type Places = ReadonlyMap<string, number>

const placeOf = (places: Places, { at, name }: Named): number => {
  const place = places.get(name)
  if (place === undefined) throw new Refusal(at, `${name} has no equation`, `add ${name}' = … or correct the name`)
  return place
}

const placesOf = ({ equations }: Statements): Places => {
  const places = new Map<string, number>()
  for (const [k, { at, name }] of equations.entries()) {
    if (places.has(name)) throw new Refusal(at, `${name} has two equations`, "join them into one")
    places.set(name, k)
  }
  return places
}

const factorsOf = ({ equations }: Statements): ReadonlyArray<Factor> =>
  equations.flatMap(({ sum }) => sum.flatMap(({ factors }) => factors))

/** A coordinate is a phase when it stands in sines, cosines or differences and never alone, unless its kind is said. */
const kindsOf = (statements: Statements, places: Places): ReadonlyArray<Kind> => {
  const seen = statements.equations.map(() => ({ turning: false, alone: undefined as Named | undefined }))
  for (const factor of factorsOf(statements)) {
    if (factor.kind === "power") seen[placeOf(places, factor.base)]!.alone ??= factor.base
    else {
      const members = factor.kind === "wave" ? factor.members : [factor.plus, factor.minus]
      for (const member of members) seen[placeOf(places, member)]!.turning = true
    }
  }
  const kinds: Array<Kind> = seen.map(({ alone, turning }) => (turning && alone === undefined ? "phase" : "real"))
  for (const said of statements.kinds) {
    const k = placeOf(places, said)
    const alone = seen[k]!.alone
    if (said.kind === "phase" && alone !== undefined)
      throw new Refusal(
        alone.at,
        `the phase ${said.name} stands alone`,
        "put it in a sine, a cosine or a difference of phases"
      )
    kinds[k] = said.kind
  }
  return kinds
}

const spaceOf = (statements: Statements, places: Places): Space => {
  const kinds = kindsOf(statements, places)
  const loops = new Map<string, readonly [number, number]>()
  for (const factor of factorsOf(statements)) {
    if (factor.kind !== "difference") continue
    const [plus, minus] = [factor.plus, factor.minus].map((named) => {
      const k = placeOf(places, named)
      if (kinds[k] !== "phase")
        throw new Refusal(named.at, `${named.name} is not a phase`, "write the two terms one by one")
      return k
    }) as [number, number]
    if (plus === minus) throw new Refusal(factor.minus.at, "a phase less itself is 0", "name two phases")
    if (!loops.has(`${minus},${plus}`)) loops.set(`${plus},${minus}`, [plus, minus])
  }
  return {
    coordinates: statements.equations.map(({ name }, k) => ({ name, kind: kinds[k]! })),
    loops: [...loops.values()].toSorted((a, b) => Math.min(...a) - Math.min(...b) || Math.max(...a) - Math.max(...b))
  }
}

/** Which form a coordinate (`"2"`) or a difference (`"0,1"`) is, and its sign. */
type FormPlaces = ReadonlyMap<string, { readonly form: number; readonly sign: 1 | -1 }>

const formPlacesOf = ({ coordinates, loops }: Space): FormPlaces => {
  const places = new Map<string, { readonly form: number; readonly sign: 1 | -1 }>()
  const reals = coordinates.flatMap(({ kind }, k) => (kind === "real" ? [k] : []))
  for (const [form, k] of reals.entries()) places.set(`${k}`, { form, sign: 1 })
  for (const [i, [a, b]] of loops.entries()) {
    const form = reals.length + i
    places.set(`${a},${b}`, { form, sign: 1 })
    places.set(`${b},${a}`, { form, sign: -1 })
  }
  return places
}

/** The term that a product comes to, and the sign that its normal form costs; undefined for a sine of nothing. */
const termOf = (space: Space, places: Places, forms: FormPlaces, { factors, value }: Product): Weighted | undefined => {
  const powers = Array.from({ length: forms.size - space.loops.length }, () => 0)
  const wave = space.coordinates.map(() => 0)
  let part: Term["part"] = "cos"
  let turning: Factor | undefined
  let sign = 1
  for (const factor of factors) {
    if (factor.kind === "wave") {
      if (turning !== undefined)
        throw new Refusal(factor.at, "two sines or cosines in one product", "write it as a sum of sines and cosines")
      turning = factor
      part = factor.part
      for (const member of factor.members) {
        const k = placeOf(places, member)
        wave[k] = wave[k]! + member.multiple
      }
    } else {
      const name =
        factor.kind === "power"
          ? `${placeOf(places, factor.base)}`
          : `${placeOf(places, factor.plus)},${placeOf(places, factor.minus)}`
      const { form, sign: side } = forms.get(name)!
      if (side < 0 && factor.exponent % 2 === 1) sign = -sign
      powers[form] = powers[form]! + factor.exponent
    }
  }
  if (wave.every((m) => m === 0))
    return part === "sin" ? undefined : { term: { wave, part: "cos", powers }, value: sign * value }
  const turned = canonical(space, { wave, part, powers })
  return { term: turned.term, value: sign * turned.sign * value }
}

/** Terms of one equation, each once and in the order of their first mention; those that cancel are left out. */
const driftOf = (
  space: Space,
  places: Places,
  forms: FormPlaces,
  sum: ReadonlyArray<Product>
): ReadonlyArray<Weighted> => {
  const found = new Map<string, Weighted>()
  for (const product of sum) {
    const read = termOf(space, places, forms, product)
    if (read === undefined) continue
    const key = `${read.term.wave.join()} ${read.term.part} ${read.term.powers.join()}`
    found.set(key, { term: read.term, value: (found.get(key)?.value ?? 0) + read.value })
  }
  return [...found.values()].filter(({ value }) => value !== 0)
}

const noiseOf = ({ equations, noise }: Statements): ReadonlyArray<ReadonlyArray<number>> => {
  const d = equations.length
  if (noise === undefined) return diagonal(equations.map(() => 0))
  const { at, rows } = noise
  const [first] = rows
  const square = rows.length === d && rows.every((row) => row.length === d)
  const list = rows.length === 1 && !(d === 1 && square) ? first! : undefined
  if (list?.length === 1)
    return noiseOf({ equations, kinds: [], noise: { at, rows: diagonal(equations.map(() => list[0]!)) } })
  if (list?.length === d) return noiseOf({ equations, kinds: [], noise: { at, rows: diagonal(list) } })
  if (!square)
    throw new Refusal(
      at,
      `the noise does not fit ${d} coordinates`,
      `give one number, ${d} of them, or a matrix of ${d} rows`
    )
  if (rows.some((row, k) => row.some((value, l) => value !== rows[l]![k])))
    throw new Refusal(at, "the noise matrix is not symmetric", "give the same number above and below the diagonal")
  const least = rows.every((row, k) => row[k]! >= 0) && cholesky(rows.flat(), d)
  if (least === false || least === undefined)
    throw new Refusal(at, "the noise matrix has a negative direction", "its eigenvalues must be at least 0")
  return rows
}

/**
 * Reads a law in writing, `phi1' = 1.3 - sin(phi1) + 0.25 sin(phi2 - phi1); phi2' = …; noise 0.1`.
 *
 * `noise` is ⟨dn dn⟩/dt: one number for all coordinates, one for each, or the matrix `[[a, b], [b, c]]`. Coordinates
 * are those that have an equation; `phase a, b` and `real x` say what they are where the equations do not show it.
 */
export const parseLaw = (text: string): Parsed<Law> => {
  try {
    const statements = statementsOf(text)
    if (statements.equations.length === 0)
      throw new Refusal(
        text.length,
        "there is no equation",
        "write one for each coordinate, such as phi1' = 1.3 - sin(phi1)"
      )
    const places = placesOf(statements)
    const space = spaceOf(statements, places)
    const forms = formPlacesOf(space)
    const drift = statements.equations.map(({ sum }) => driftOf(space, places, forms, sum))
    return { ok: true, value: { space, drift, noise: noiseOf(statements) } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { at, reason, remedy } = error
    return { ok: false, error: { text, at, reason, remedy } }
  }
}
