import type { Law, Weighted } from "../law/law.ts"
import { formsOf, makeSpace } from "../space.ts"
import { lawFrom } from "./circuit.ts"

/**
 * The same circuit of phases with capacitances: the currents that move φ_k in an overdamped law charge a capacitor
 * instead, β_c v_k′ = f_k(φ) − v_k + noise, φ_k′ = v_k, with the velocities as further coordinates v1, v2, ….
 *
 * Time stays in 1/ω_c. β_c = 2e I_c R² C / ħ, greater than 0, one for each junction. The noise of the phases becomes
 * that of the velocities, divided by β_c β_c′. Further coordinates of the law (a load's current) keep their equations.
 */
export const withCapacitance = (law: Law, capacitances: ReadonlyArray<number>): Law => {
  const { coordinates, loops } = law.space
  const phases = coordinates.flatMap(({ kind }, k) => (kind === "phase" ? [k] : []))
  const d = coordinates.length
  const space = makeSpace(
    [
      ...coordinates,
      ...phases.map((_, j) => ({ name: `v${phases.length === 1 ? "" : j + 1}`, kind: "real" as const }))
    ],
    loops
  )
  const forms = formsOf(space)
  const before = formsOf(law.space)
  const bare = forms.map(() => 0)
  const still = space.coordinates.map(() => 0)
  const moved = before.map(({ name }) => forms.findIndex((form) => form.name === name))
  const lift = ({ term, value }: Weighted, by: number): Weighted => {
    const powers = [...bare]
    for (const [r, p] of term.powers.entries()) powers[moved[r]!] = p
    return { term: { wave: [...term.wave, ...phases.map(() => 0)], part: term.part, powers }, value: value / by }
  }
  const velocity = (j: number, value: number): Weighted => {
    const r = forms.findIndex(({ vector }) => vector.every((v, k) => v === (k === d + j ? 1 : 0)))
    return { term: { wave: still, part: "cos", powers: bare.map((_, i) => (i === r ? 1 : 0)) }, value }
  }
  const sums = [
    ...coordinates.map((_, k) => {
      const j = phases.indexOf(k)
      return j < 0 ? law.drift[k]!.map((weighted) => lift(weighted, 1)) : [velocity(j, 1)]
    }),
    ...phases.map((k, j) => [
      ...law.drift[k]!.map((weighted) => lift(weighted, capacitances[j]!)),
      velocity(j, -1 / capacitances[j]!)
    ])
  ]
  // Where each row of the new matrix takes its noise from, and by what it is divided.
  const source = [
    ...coordinates.map((_, k) => (phases.includes(k) ? undefined : { k, by: 1 })),
    ...phases.map((k, j) => ({ k, by: capacitances[j]! }))
  ]
  const noise = source.map((a) =>
    source.map((b) => (a === undefined || b === undefined ? 0 : law.noise[a.k]![b.k]! / (a.by * b.by)))
  )
  return lawFrom(space, sums, noise)
}

/**
 * One underdamped junction in plasma units, time in 1/ω_p: φ″ + α φ′ + sin φ = i + √(2αΓ) ξ, α = 1/√β_c.
 * Coordinates phi1 and v.
 */
export const plasmaJunction = (bias: number, damping: number, gamma: number): Law => {
  const space = makeSpace([
    { name: "phi1", kind: "phase" },
    { name: "v", kind: "real" }
  ])
  const drift: Law["drift"] = [
    [{ term: { wave: [0, 0], part: "cos", powers: [1] }, value: 1 }],
    [
      { term: { wave: [0, 0], part: "cos", powers: [0] }, value: bias },
      { term: { wave: [1, 0], part: "sin", powers: [0] }, value: -1 },
      { term: { wave: [0, 0], part: "cos", powers: [1] }, value: -damping }
    ]
  ]
  return {
    space,
    drift,
    noise: [
      [0, 0],
      [0, 2 * damping * gamma]
    ]
  }
}
