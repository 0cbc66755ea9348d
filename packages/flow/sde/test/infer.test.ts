import { describe, expect, it } from "vitest"
import {
  evidenceOf,
  everywhere,
  exchange,
  inferLaw,
  type Inference,
  makeLibrary,
  makeNormals,
  orbitsOfEntries,
  restrict,
  select,
  simulate,
  solve,
  type Term,
  termName,
  tie
} from "../src/index.ts"
import { coupled, law } from "./laws.ts"

const read = (text: string, interval: number, samples: number, seed: string, options = {}): Inference => {
  const l = law(text)
  const trajectory = simulate(l, { interval, samples, seed, discard: 20 })
  return inferLaw([[trajectory]], everywhere(l.space, makeLibrary(l.space, options)), { seed })
}

const found = ({ entries, laws }: Inference): ReadonlyArray<string> =>
  entries.flatMap(({ coordinate, term, value }) =>
    value === 0 ? [] : [`${laws[0]!.space.coordinates[coordinate]!.name}: ${termName(laws[0]!.space, term)}`]
  )

/** Distance of each true coefficient and of the noise from the estimate, in standard errors. */
const distances = ({ entries, laws: [l], noiseErrors: [errors] }: Inference, text: string): ReadonlyArray<number> => {
  const truth = law(text)
  const d = truth.space.coordinates.length
  const name = (term: (typeof entries)[number]["term"]): string => termName(truth.space, term)
  return [
    ...entries.flatMap((entry) => {
      const known = truth.drift[entry.coordinate]!.find(({ term }) => name(term) === name(entry.term))
      return known === undefined ? [] : [(entry.value - known.value) / entry.error]
    }),
    ...truth.noise.flat().map((value, i) => (l!.noise[Math.floor(i / d)]![i % d]! - value) / errors![i]!)
  ]
}

describe("inferLaw", () => {
  it("finds two coupled junctions, their coupling and their noise, from coarse samples", () => {
    for (const interval of [0.1, 0.4]) {
      const inference = read(coupled, interval, 4000 / interval, `coarse ${interval}`)
      expect(found(inference)).toEqual([
        "phi1: 1",
        "phi1: sin(phi1)",
        "phi1: sin(phi2 - phi1)",
        "phi2: 1",
        "phi2: sin(phi2)",
        "phi2: sin(phi2 - phi1)"
      ])
      for (const z of distances(inference, coupled)) expect(Math.abs(z)).toBeLessThan(4)
    }
  })

  it("finds correlated noise of a shared load", () => {
    const text =
      "phi1' = 0.8 - 0.75 sin(phi1) + 0.25 sin(phi2); phi2' = 0.8 + 0.25 sin(phi1) - 0.75 sin(phi2); noise [[0.15, -0.05], [-0.05, 0.15]]"
    const inference = read(text, 0.1, 30_000, "load")
    for (const z of distances(inference, text)) expect(Math.abs(z)).toBeLessThan(4)
    expect(found(inference)).toHaveLength(6)
  })

  it("finds a velocity without noise of its own", () => {
    const text = "phi1' = v; v' = 0.6 - sin(phi1) - 0.3 v; noise 0, 0.12"
    const inference = read(text, 0.1, 20_000, "velocity", { harmonics: 1, degree: 1 })
    expect(found(inference)).toEqual(["phi1: v", "v: 1", "v: v", "v: sin(phi1)"])
    expect(inference.laws[0]!.noise[0]![0]!).toBeLessThan(1e-4)
    expect(Math.abs(inference.laws[0]!.noise[1]![1]! / 0.12 - 1)).toBeLessThan(0.05)
  })

  it("finds a double well", () => {
    const text = "x' = x - x^3; noise 0.5"
    const inference = read(text, 0.05, 40_000, "well")
    expect(found(inference)).toEqual(["x: x", "x: x^3"])
    for (const z of distances(inference, text)) expect(Math.abs(z)).toBeLessThan(4)
  })

  it("reads one law from a sweep, and each recording's own bias", () => {
    const biases = [0.6, 0.9, 1.2, 1.6]
    const groups = biases.map((bias) => [
      simulate(law(`phi1' = ${bias} - sin(phi1); noise 0.2`), {
        interval: 0.2,
        samples: 5000,
        discard: 20,
        seed: `sweep ${bias}`
      })
    ])
    const { space } = groups[0]![0]!
    const isConstant = ({ term }: { readonly term: Term }): boolean => termName(space, term) === "1"
    const { entries, laws, noiseErrors } = inferLaw(groups, everywhere(space, makeLibrary(space)), {
      own: isConstant,
      seed: "sweep"
    })
    const present = entries.filter(({ value }) => value !== 0)
    expect(present.map(({ group, term }) => [termName(space, term), group])).toEqual([
      ...biases.map((_, group) => ["1", group]),
      ["sin(phi1)", undefined]
    ])
    for (const [j, value] of [...biases, -1].entries())
      expect(Math.abs(present[j]!.value - value) / present[j]!.error).toBeLessThan(4)
    for (const [group, { noise }] of laws.entries())
      expect(Math.abs(noise[0]![0]! - 0.2) / noiseErrors[group]![0]!).toBeLessThan(4)
  })

  it("calls open what a trapped junction does not show", () => {
    const inference = read("phi1' = 0.4 - sin(phi1); noise 0.02", 0.2, 20_000, "trapped")
    for (const { openness } of inference.entries) expect(openness).toBeGreaterThan(0.5)
    const running = read("phi1' = 1.4 - sin(phi1); noise 0.2", 0.2, 20_000, "running")
    for (const { openness } of running.entries) expect(openness).toBeLessThan(0.1)
  })

  it("weighs that all junctions are equal against that they are not", () => {
    const evidence = (text: string): number => {
      const { entries, laws, quadratic, selection } = read(text, 0.1, 20_000, "tie", {})
      const chosen = selection.best.map((j) => entries[j]!)
      const { orbits } = orbitsOfEntries(laws[0]!.space, [exchange(laws[0]!.space, 0, 1)], chosen)
      const free = restrict(quadratic, selection.best)
      const ones = (n: number): Float64Array => new Float64Array(n).fill(1)
      return evidenceOf(tie(free, orbits), ones(orbits.length)) - evidenceOf(free, ones(chosen.length))
    }
    const equal =
      "phi1' = 1.3 - sin(phi1) + 0.3 sin(phi2 - phi1); phi2' = 1.3 - sin(phi2) - 0.3 sin(phi2 - phi1); noise 0.2"
    expect(evidence(equal)).toBeGreaterThan(3)
    expect(evidence(equal.replace("phi2' = 1.3", "phi2' = 1"))).toBeLessThan(-10)
  })
})

describe("select", () => {
  it("gives the probabilities that all sets of terms add up to", () => {
    const n = 6
    const { normal } = makeNormals("sets")
    const rows = Array.from({ length: 40 }, () => Array.from({ length: n }, normal))
    // Two columns that are hard to tell apart.
    for (const row of rows) row[1] = row[0]! + 0.1 * row[1]!
    const truth = [0.7, 0, 0, 0.5, 0, 0.25]
    const y = rows.map((row) => row.reduce((sum, v, j) => sum + v * truth[j]!, 0) + normal())
    const information = new Float64Array(n * n)
    const gradient = new Float64Array(n)
    for (const [i, row] of rows.entries()) {
      for (let j = 0; j < n; j++) {
        gradient[j] = gradient[j]! + row[j]! * y[i]!
        for (let k = 0; k < n; k++) information[j * n + k] = information[j * n + k]! + row[j]! * row[k]!
      }
    }
    const spread = new Float64Array(n).fill(1)
    const { best, present } = select({ information, gradient }, { spread, odds: 0.3, sweeps: 4000, seed: "sets" })
    let total = 0
    let highest = { set: 0, weight: 0 }
    const expected = new Float64Array(n)
    for (let set = 0; set < 2 ** n; set++) {
      const active = Array.from({ length: n }, (_, j) => j).filter((j) => (set >> j) & 1)
      const weight =
        Math.exp(
          evidenceOf(
            restrict({ information, gradient }, active),
            active.map(() => 1)
          )
        ) *
        (0.3 / 0.7) ** active.length
      total += weight
      if (weight > highest.weight) highest = { set, weight }
      for (const j of active) expected[j] = expected[j]! + weight
    }
    for (let j = 0; j < n; j++) expect(Math.abs(present[j]! - expected[j]! / total)).toBeLessThan(0.03)
    expect(best.reduce((set, j) => set | (1 << j), 0)).toBe(highest.set)
  })
})

describe("solve", () => {
  it("names the directions that the data leave free", () => {
    // Only the sum of the first two is known.
    const information = Float64Array.of(4, 4, 0, 4, 4, 0, 0, 0, 9)
    const { errors, free, values } = solve({ information, gradient: Float64Array.of(8, 8, 18) })
    expect(free).toHaveLength(1)
    expect(Math.abs(free[0]![0]! + free[0]![1]!)).toBeLessThan(1e-9)
    expect(errors[0]).toBe(Number.POSITIVE_INFINITY)
    expect([values[2], errors[2]]).toEqual([2, 1 / 3])
    expect(values[0]! + values[1]!).toBeCloseTo(2, 9)
  })
})
