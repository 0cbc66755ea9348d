import type { Law, Weighted } from "../law/law.ts"
import { formsOf, makeSpace, type Space } from "../space.ts"
import { canonical, type Term } from "../terms/term.ts"

/** phi1, phi2, … and the further coordinates. */
export const junctionSpace = (
  junctions: number,
  reals: ReadonlyArray<string> = [],
  loops: ReadonlyArray<readonly [number, number]> = []
): Space =>
  makeSpace(
    [
      ...Array.from({ length: junctions }, (_, k) => ({ name: `phi${k + 1}`, kind: "phase" as const })),
      ...reals.map((name) => ({ name, kind: "real" as const }))
    ],
    loops
  )

/** Builders of the terms that circuits are made of, with coefficients; terms of coefficient 0 are left out later. */
export const termsIn = (space: Space) => {
  const still = space.coordinates.map(() => 0)
  const bare = formsOf(space).map(() => 0)
  const wave = (entries: ReadonlyArray<readonly [number, number]>): ReadonlyArray<number> =>
    still.map((_, k) => entries.find(([j]) => j === k)?.[1] ?? 0)
  const weighted = (term: Term, value: number): Weighted => {
    const turned = canonical(space, term)
    return { term: turned.term, value: turned.sign * value }
  }
  return {
    constant: (value: number): Weighted => ({ term: { wave: still, part: "cos", powers: bare }, value }),
    sine: (value: number, ...entries: ReadonlyArray<readonly [number, number]>): Weighted =>
      weighted({ wave: wave(entries), part: "sin", powers: bare }, value),
    /** A form of the space: its reals in their order, then its loops. */
    form: (value: number, r: number): Weighted => ({
      term: { wave: still, part: "cos", powers: bare.map((_, i) => (i === r ? 1 : 0)) },
      value
    })
  }
}

/** A law from sums in which terms may come twice or cancel. */
export const lawFrom = (
  space: Space,
  sums: ReadonlyArray<ReadonlyArray<Weighted>>,
  noise: ReadonlyArray<ReadonlyArray<number>>
): Law => {
  const drift = sums.map((sum) => {
    const merged = new Map<string, Weighted>()
    for (const { term, value } of sum) {
      const key = `${term.wave.join()} ${term.part} ${term.powers.join()}`
      merged.set(key, { term, value: (merged.get(key)?.value ?? 0) + value })
    }
    return [...merged.values()].filter(({ value }) => value !== 0)
  })
  return { space, drift, noise }
}
