import type { Space } from "../space.ts"

/**
 * One function of the coordinates: a Fourier mode times a monomial,
 * cos(wave · x) or sin(wave · x) times the forms of the space raised to `powers`.
 */
export interface Term {
  /** One integer for each coordinate; all 0 with the part "cos" is the constant 1. */
  readonly wave: ReadonlyArray<number>
  readonly part: "cos" | "sin"
  /** One exponent, at least 0, for each form of the space (`formsOf`). */
  readonly powers: ReadonlyArray<number>
}

/** Whether the wave vector is all zero, so that the term is a monomial. */
export const isStill = ({ wave }: Term): boolean => wave.every((m) => m === 0)

/** Sum of |wave| and powers: the constant has degree 0, sin(phi1) and x degree 1, sin(phi2 - phi1) degree 2. */
export const degreeOf = ({ powers, wave }: Term): number =>
  wave.reduce((sum, m) => sum + Math.abs(m), 0) + powers.reduce((sum, p) => sum + p, 0)

export const sameTerm = (a: Term, b: Term): boolean =>
  a.part === b.part && a.wave.every((m, k) => m === b.wave[k]) && a.powers.every((p, r) => p === b.powers[r])

/**
 * The same function with the wave vector turned so that the last phase in it counts positively (of reals alone: the
 * last real), and the sign that this costs: sin(phi1 - phi2) is -1 times sin(phi2 - phi1).
 */
export const canonical = ({ coordinates }: Space, term: Term): { readonly term: Term; readonly sign: 1 | -1 } => {
  const last =
    term.wave.findLast((m, k) => m !== 0 && coordinates[k]!.kind === "phase") ?? term.wave.findLast((m) => m !== 0) ?? 1
  if (last > 0) return { term, sign: 1 }
  return { term: { ...term, wave: term.wave.map((m) => (m === 0 ? 0 : -m)) }, sign: term.part === "sin" ? -1 : 1 }
}
