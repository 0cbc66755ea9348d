// What the JSON beside a recording of a flow states, and whether a run comes to it.
import { parseLaw, termName } from "../../packages/flow/sde/src/index.ts"
import type { RunResult, TermEstimate } from "../../packages/flow/subject/src/index.ts"

export interface Truth {
  readonly kind: string
  readonly coordinates: ReadonlyArray<{ readonly name: string; readonly kind: string }>
  readonly hidden: ReadonlyArray<{ readonly name: string }>
  readonly law: null | {
    readonly terms: Readonly<Record<string, Readonly<Record<string, number | string>>>>
    readonly noise: ReadonlyArray<ReadonlyArray<number | string>>
  }
  /** Bias of each recording of a sweep. */
  readonly recordings?: ReadonlyArray<{ readonly i: number }>
  readonly expected: { readonly verdict: string; readonly undetermined?: ReadonlyArray<string> }
}

interface Judged {
  readonly status: string
  readonly isRight: boolean
  readonly isConfirmedWrong: boolean
  readonly why: string
}

/** Whether the law that was found has the coordinates of the true one, hidden ones included. */
const isExpressible = ({ hidden, law }: Truth, { library }: RunResult["library"]): boolean =>
  law !== null && hidden.every(({ name }) => library.space.coordinates.some((one) => one.name === name))

/** A difference of phases stands in brackets where it is a number. */
const written = (term: string): string => (/^\w+ - \w+$/.test(term) ? `(${term})` : term)

/** Coefficients of the true law by coordinate and term, as the run writes terms. */
const coefficientsOf = (truth: Truth, decision: RunResult["library"]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>()
  const { law } = truth
  if (law === null || !isExpressible(truth, decision)) return found
  const { library } = decision
  const { space } = library
  const phases = space.coordinates.filter(({ kind }) => kind === "phase").map(({ name }) => name)
  // That a coordinate goes on with its velocity is given, where velocities are hidden.
  const given = library.hidden === "nothing" ? 0 : space.coordinates.length / 2
  const equations = space.coordinates.map(({ name }, k) => {
    if (k < given) return `${name}' = 0`
    const terms = Object.entries(law.terms[name] ?? {}).filter(([, value]) => typeof value === "number")
    const products = terms.map(
      ([term, value]) => `${(value as number) < 0 ? "-" : "+"} ${Math.abs(value as number)}*${written(term)}`
    )
    return `${name}' = ${products.length === 0 ? "0" : products.join(" ").replace(/^\+ /, "")}`
  })
  const noise = space.coordinates.map(() => "1").join(", ")
  const text = [...equations, ...(phases.length === 0 ? [] : [`phase ${phases.join(", ")}`]), `noise ${noise}`].join(
    "; "
  )
  const read = parseLaw(text)
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.error)}`)
  const parsed = read.value
  for (const [k, sum] of parsed.drift.entries()) {
    for (const { term, value } of sum) {
      found.set(`${parsed.space.coordinates[k]!.name}: ${termName(parsed.space, term)}`, value)
    }
  }
  return found
}

const keyOf = ({ coordinate, term }: TermEstimate): string => `${coordinate}: ${term}`

/** What is wrong with the terms that the run takes for known; empty when nothing is. */
const wrongTerms = (truth: Truth, { estimate, library }: RunResult): ReadonlyArray<string> => {
  const coefficients = coefficientsOf(truth, library)
  const wrong: Array<string> = []
  for (const one of estimate.classes) {
    if (one.state === "undetermined") continue
    const key = keyOf(one)
    const own = one.recording === undefined ? undefined : truth.recordings?.[one.recording]?.i
    const value = own ?? coefficients.get(key) ?? 0
    const off = Math.abs(one.value - value) / (one.error ?? Infinity)
    if (one.state === "known" && value === 0) wrong.push(`${key} is known, and is not there`)
    else if (one.state === "absent" && value !== 0) wrong.push(`${key} is absent, and is ${value}`)
    else if (one.state === "known" && off > 3) wrong.push(`${key} is off by ${off.toFixed(1)} standard errors`)
  }
  const known = new Set(estimate.classes.map(keyOf))
  for (const [key, value] of coefficients) {
    if (value !== 0 && !known.has(key)) wrong.push(`${key} is not in the library`)
  }
  return wrong
}

const wrongNoise = (truth: Truth, { estimate }: RunResult): ReadonlyArray<string> => {
  const { matrix } = estimate.laws[0]!.noise
  return matrix.flatMap((row, k) => {
    const value = truth.law?.noise[k]?.[k]
    if (typeof value !== "number") return [`no constant noise ${k + 1}`]
    return Math.abs(row[k]! - value) <= 0.1 * value + 1e-6 ? [] : [`noise ${k + 1} is ${row[k]}, and is ${value}`]
  })
}

/** Whether a run says what can be said. A failure is given as its sentence. */
export const judge = (truth: Truth, result: RunResult | string): Judged => {
  const { undetermined = [], verdict: expected } = truth.expected
  if (typeof result === "string") {
    return { status: "refused", isRight: expected === "refuse", isConfirmedWrong: false, why: result.slice(0, 200) }
  }
  const { because, status } = result.verdict
  const wrong = [...wrongTerms(truth, result), ...wrongNoise(truth, result)]
  const isConfirmed = status === "confirmed"
  const known = result.estimate.classes.filter(({ state }) => state === "known").map(keyOf)
  const isLaw = isConfirmed && wrong.length === 0 && isExpressible(truth, result.library)
  const said = (isRight: boolean, why: string): Judged => ({
    status,
    isRight,
    isConfirmedWrong: isConfirmed && !isLaw,
    why
  })
  switch (expected) {
    case "law":
      return said(isLaw, isConfirmed ? wrong.join("; ") : because)
    case "partial":
    case "undetermined": {
      const tooMuch = known.filter((key) => undetermined.includes(key))
      const problems = [...tooMuch.map((key) => `${key} is printed as known`), ...wrongTerms(truth, result)]
      return said(status !== "refuted" && !isConfirmed && problems.length === 0, problems.join("; ") || because)
    }
    default:
      return said(isLaw || status === "refuted", isConfirmed ? wrong.join("; ") : because)
  }
}
