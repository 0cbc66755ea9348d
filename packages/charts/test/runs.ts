/** Runs for the tests, made as the pipeline makes them: soups, census, evidence of a model, a threshold reading. */
import {
  allTransitions,
  type Boundary,
  censusTotal,
  classIndex,
  expressIn,
  type Family,
  familyNamed,
  observedPatterns,
  readRule,
  type Recording,
  type Rule,
  ruleTable,
  simulate,
  takeCensus,
  undetermined
} from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import {
  chooseFamily,
  gatherEvidence,
  labelPosterior,
  makeEstimate,
  marginalLikelihood,
  RunResult
} from "@rulescope/automata"
import { Schema } from "effect"
import { twoStates } from "./twoStates.ts"

export interface RunOptions {
  readonly rule: string
  /** Family to read; default the family of the rule string. */
  readonly family?: string
  readonly width?: number
  readonly height?: number
  readonly density?: number
  readonly generations?: number
  readonly soups?: number
  readonly seed?: string
  /** Share of the observed patterns of a class (of the rule's own family) that the model has learned wrong; default none. */
  readonly mistakes?: Readonly<Record<string, number>>
  /** Rule stated by the source; default the rule itself. */
  readonly truth?: string | null
  readonly ratio?: number
  readonly beta?: number
  /** Estimate without α and β, as an inferrer of another kind leaves it. */
  readonly withoutThresholds?: boolean
}

export const ruleFrom = (text: string): Rule => {
  const read = readRule(twoStates, text)
  if (!read.ok) throw new Error(`${text}: ${read.error.reason}`)
  return read.value
}

export const soup = (rule: Rule, options: RunOptions, index = 0): Recording => {
  const { density = 0.4, generations = 24, seed = "soup", width = 64 } = options
  const height = options.height ?? (rule.family.neighbourhood.dimension === 1 ? 1 : width)
  const random = makeRandom(`${seed}/${index}`)
  const first = Uint8Array.from({ length: width * height }, () => (random.uniform() < density ? 1 : 0))
  const cells = simulate(rule, first, { width, height, boundary: "torus" }, generations)
  return {
    source: `soup ${index}`,
    width,
    height,
    frames: generations + 1,
    states: 2,
    cells,
    boundary: "torus",
    rule: null
  }
}

/** Certain of the true outcome of every pattern, except for those that it has turned round. */
const modelOf = (
  rule: Rule,
  truth: Rule,
  observed: ReadonlyArray<number>,
  mistakes: Readonly<Record<string, number>>
): Float32Array => {
  const table = ruleTable(truth)
  for (const [name, share] of Object.entries(mistakes)) {
    const members = observed.filter((pattern) => rule.family.partition![pattern] === classIndex(rule.family, name))
    for (const pattern of members.slice(0, Math.ceil(share * members.length))) table[pattern] = 1 - table[pattern]!
  }
  return Float32Array.from({ length: 2 * table.length }, (_, i) => (table[i >> 1] === (i & 1) ? 0.999 : 0.001))
}

/** The report's rule as design.md states it, class by class. */
const read = (family: Family, predicted: Float64Array, accuracy: number, ratio: number, beta: number) => {
  const cells = [0, 0]
  for (const [index, { centre }] of family.classes.entries()) {
    cells[centre]! += predicted[2 * index]! + predicted[2 * index + 1]!
  }
  const alpha = cells.map((total) => Math.floor(ratio * (1 - accuracy) * total))
  const labels = Uint8Array.from(family.classes, ({ centre }, index) => {
    const dead = predicted[2 * index]!
    const live = predicted[2 * index + 1]!
    if (dead + live <= alpha[centre]!) return undetermined
    return live > beta * dead ? 1 : 0
  })
  return { alphaDead: alpha[0]!, alphaLive: alpha[1]!, labels }
}

/** What `read` asks, as an estimate carries it. */
const askedBy = (family: Family, predicted: Float64Array, alpha: ReadonlyArray<number>, beta: number) =>
  family.classes.map(({ centre }, index) => {
    const [dead, live] = [predicted[2 * index]!, predicted[2 * index + 1]!]
    return {
      counted: "predictions" as const,
      cells: alpha[centre]!,
      next: [null, dead * live > 0 ? beta * dead : null]
    }
  })

export const runResult = (options: RunOptions): RunResult => {
  const { beta = 10, mistakes = {}, ratio = 0.6, soups = 2, withoutThresholds = false } = options
  const written = ruleFrom(options.rule)
  const family = options.family === undefined ? written.family : familyNamed(twoStates, options.family)!
  const boundary: Boundary = "torus"
  const observations = Array.from({ length: soups }, (_, i) => {
    const recording = soup(written, options, i)
    return { recording, boundary, transitions: allTransitions(recording) }
  })
  const census = takeCensus(family.neighbourhood, 2, observations)
  const observed = observedPatterns(census)
  const truth = expressIn(
    written,
    familyNamed(twoStates, family.neighbourhood.dimension === 1 ? "elementary" : "map")!
  )!
  const evidence = gatherEvidence(family, census, modelOf(written, truth, observed, mistakes))
  const { alphaDead, alphaLive, labels } = read(family, evidence.predicted.counts, evidence.accuracy, ratio, beta)
  const posterior = labelPosterior(evidence)
  const rows = (counts: Float64Array) => family.classes.map((_, i) => [counts[2 * i]!, counts[2 * i + 1]!])
  const candidates =
    family.id === "elementary" ? [family] : ["life-like", "isotropic", "map"].map((id) => familyNamed(twoStates, id)!)
  const verdict = {
    status: "inconclusive" as const,
    because: "the verifier is not part of these tests",
    accuracy: 0,
    interval: { low: 0, high: 1 },
    decided: 0,
    undecided: 0,
    transitions: 0,
    exactTransitions: 0,
    contradicted: 0,
    contradictions: [],
    attainable: null,
    replay: null
  }
  const choosing = chooseFamily({ candidates, observations, within: family.neighbourhood }, marginalLikelihood)
  let step = choosing.next()
  while (step.done !== true) step = choosing.next()
  const chosen = step.value
  return Schema.decodeUnknownSync(RunResult)({
    spec: { family: family.id, generator: { id: "soup", config: {} } },
    recordings: observations.map(({ recording, transitions }) => ({
      source: recording.source,
      width: recording.width,
      height: recording.height,
      frames: recording.frames,
      states: 2,
      boundary,
      because: "as stated",
      training: transitions,
      heldOut: []
    })),
    family: { id: family.id, criterion: "as stated", scores: chosen.scores, symmetry: chosen.symmetry },
    census: { cells: censusTotal(census), patterns: observed.length, of: census.counts.length / 2, key: "none" },
    model: {
      key: "none",
      info: {
        backbone: "cnn",
        neighbourhood: family.neighbourhood.id,
        states: 2,
        config: {},
        steps: 0,
        attempts: 1,
        loss: -Math.log(0.999),
        allPatternsRight: evidence.accuracy === 1
      }
    },
    evidence: {
      classes: family.classes.map((c) => c.name),
      observed: rows(evidence.observed.counts),
      predicted: rows(evidence.predicted.counts),
      expected: rows(evidence.expected.counts),
      accuracy: evidence.accuracy
    },
    estimate: makeEstimate(family, {
      labels,
      support: family.classes.map((_, i) => evidence.observed.counts[2 * i]! + evidence.observed.counts[2 * i + 1]!),
      posterior,
      ...(withoutThresholds
        ? {}
        : { asked: [askedBy(family, evidence.predicted.counts, [alphaDead, alphaLive], beta)] }),
      used: {
        inferrer: withoutThresholds ? "likelihood" : "threshold",
        evidence: withoutThresholds ? "observations" : "predictions",
        parameters: withoutThresholds ? {} : { ratio, beta, accuracy: evidence.accuracy, alphaDead, alphaLive }
      }
    }),
    verdicts: { training: verdict, heldOut: verdict },
    truth: options.truth === undefined ? options.rule : options.truth
  })
}
