/** What a coordinate is: an angle in radians, of which only the value modulo 2π matters, or a number. */
export type Kind = "phase" | "real"

export interface Coordinate {
  /** A letter, then letters, digits or underscores: `phi1`. */
  readonly name: string
  readonly kind: Kind
}

/**
 * The coordinates of a flow, and the loops in which a difference of two phases matters beyond 2π.
 *
 * A loop with an inductance (a dc SQUID) keeps the flux φ_a − φ_b as an energy, so its law is not periodic in that
 * difference; phases of such a recording are unwrapped.
 */
export interface Space {
  readonly coordinates: ReadonlyArray<Coordinate>
  /** Pairs [a, b] of coordinates, both phases, whose difference x_a − x_b may stand as a number. */
  readonly loops: ReadonlyArray<readonly [number, number]>
}

/** A linear form of the coordinates that may be raised to powers: a real coordinate, or the difference of a loop. */
export interface Form {
  /** As it is written: `x`, or `(phi1 - phi2)`. */
  readonly name: string
  /** One integer for each coordinate. */
  readonly vector: ReadonlyArray<number>
}

export const makeSpace = (
  coordinates: ReadonlyArray<Coordinate>,
  loops: ReadonlyArray<readonly [number, number]> = []
): Space => ({ coordinates, loops })

/** The forms of a space: its real coordinates in their order, then its loops. */
export const formsOf = ({ coordinates, loops }: Space): ReadonlyArray<Form> => {
  const unit = (plus: number, minus = -1): ReadonlyArray<number> =>
    coordinates.map((_, k) => (k === plus ? 1 : k === minus ? -1 : 0))
  const reals = coordinates.flatMap(({ kind, name }, k) => (kind === "real" ? [{ name, vector: unit(k) }] : []))
  const name = (k: number): string => coordinates[k]!.name
  return [...reals, ...loops.map(([a, b]) => ({ name: `(${name(a)} - ${name(b)})`, vector: unit(a, b) }))]
}
