import { formsOf, type Space } from "../space.ts"
import { canonical, sameTerm, type Term } from "./term.ts"

/**
 * A change of coordinates that may leave a law as it is: coordinate k of the moved point is sign[k] times coordinate
 * from[k] of the point. Loops and reals move with it.
 */
export interface SpaceSymmetry {
  readonly from: ReadonlyArray<number>
  readonly sign: ReadonlyArray<1 | -1>
}

/** Two coordinates exchanged. */
export const exchange = ({ coordinates }: Space, a: number, b: number): SpaceSymmetry => ({
  from: coordinates.map((_, k) => (k === a ? b : k === b ? a : k)),
  sign: coordinates.map(() => 1)
})

/** Every coordinate turned into its negative; with the bias turned too it leaves junctions as they are. */
export const reflection = ({ coordinates }: Space): SpaceSymmetry => ({
  from: coordinates.map((_, k) => k),
  sign: coordinates.map(() => -1)
})

/** Which form each form becomes, and its sign; undefined when a loop is not moved onto a loop. */
const movedForms = (space: Space, { from, sign }: SpaceSymmetry) => {
  const forms = formsOf(space)
  return forms.map(({ vector }) => {
    const moved = vector.map(() => 0)
    for (let k = 0; k < vector.length; k++) moved[from[k]!] = (moved[from[k]!] ?? 0) + vector[k]! * sign[k]!
    const index = (s: number): number => forms.findIndex((form) => form.vector.every((v, k) => v === s * moved[k]!))
    return index(1) >= 0 ? { to: index(1), sign: 1 } : { to: index(-1), sign: -1 }
  })
}

/** The term as a function of the moved point, term(S x) = sign · moved(x); undefined when S takes it out of the space. */
export const moveTerm = (
  space: Space,
  symmetry: SpaceSymmetry,
  term: Term
): { readonly term: Term; readonly sign: 1 | -1 } | undefined => {
  const wave = term.wave.map(() => 0)
  for (let k = 0; k < wave.length; k++) {
    const to = symmetry.from[k]!
    wave[to] = wave[to]! + term.wave[k]! * symmetry.sign[k]!
  }
  const powers = term.powers.map(() => 0)
  let sign = 1
  for (const [r, form] of movedForms(space, symmetry).entries()) {
    if (term.powers[r] === 0) continue
    if (form.to < 0) return undefined
    powers[form.to] = powers[form.to]! + term.powers[r]!
    if (form.sign < 0 && term.powers[r]! % 2 === 1) sign = -sign
  }
  const turned = canonical(space, { ...term, wave, powers })
  return { term: turned.term, sign: (sign * turned.sign) as 1 | -1 }
}

/** An entry of a law: a term in the equation of a coordinate. */
export interface Entry {
  readonly coordinate: number
  readonly term: Term
}

/** Entries that a symmetry ties together: each coefficient is `sign` times the common one. */
export type Orbit = ReadonlyArray<{ readonly entry: number; readonly sign: 1 | -1 }>

/**
 * Orbits of entries under the group that the symmetries generate: f(S x) = S f(x) for each of them. An entry that the
 * group turns into its own negative (the constant under reflection) has an empty orbit with no free coefficient and is
 * listed in `vanishing`. Entries whose image is not listed stand alone.
 */
export const orbitsOfEntries = (
  space: Space,
  symmetries: ReadonlyArray<SpaceSymmetry>,
  entries: ReadonlyArray<Entry>
): { readonly orbits: ReadonlyArray<Orbit>; readonly vanishing: ReadonlyArray<number> } => {
  const find = (coordinate: number, term: Term): number =>
    entries.findIndex((entry) => entry.coordinate === coordinate && sameTerm(entry.term, term))
  const images = symmetries.map((symmetry) =>
    entries.map(({ coordinate, term }) => {
      // f_k(S x) = sign_k f_from[k](x): the entry of equation k reads as one of equation from[k].
      const moved = moveTerm(space, symmetry, term)
      if (moved === undefined) return undefined
      const entry = find(symmetry.from[coordinate]!, moved.term)
      return entry < 0 ? undefined : { entry, sign: (moved.sign * symmetry.sign[coordinate]!) as 1 | -1 }
    })
  )
  const signs = new Map<number, 1 | -1>()
  const orbits: Array<Orbit> = []
  const vanishing: Array<number> = []
  for (let first = 0; first < entries.length; first++) {
    if (signs.has(first)) continue
    signs.set(first, 1)
    const orbit = [first]
    let contradicted = false
    for (let next = 0; next < orbit.length; next++) {
      const entry = orbit[next]!
      for (const image of images) {
        const to = image[entry]
        if (to === undefined) continue
        const sign = (signs.get(entry)! * to.sign) as 1 | -1
        const known = signs.get(to.entry)
        if (known === undefined) {
          signs.set(to.entry, sign)
          orbit.push(to.entry)
        } else if (known !== sign) contradicted = true
      }
    }
    if (contradicted) vanishing.push(...orbit)
    else orbits.push(orbit.map((entry) => ({ entry, sign: signs.get(entry)! })))
  }
  return { orbits, vanishing }
}
