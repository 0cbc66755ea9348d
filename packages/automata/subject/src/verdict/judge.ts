import type { Family } from "@rulescope/lattice"
import type { RuleEstimate } from "../RuleEstimate.ts"
import type { Verdicts } from "../RunResult.ts"
import type { Judgement, Rival } from "./Judgement.ts"

/** All that a verdict rests on. */
export interface Case {
  /** Whether the spec asks for a proof. */
  readonly asked: boolean
  /** The law read from the training part, which was tested, and the answer, read from all frames. */
  readonly tested: RuleEstimate
  readonly answer: RuleEstimate
  readonly family: Family
  readonly verdicts: Verdicts
  readonly rival: Rival | null
}

/** Share of the held-out cells that a law has to decide. */
const decisive = 0.5

/** Posterior probability that every label has to have where noise could hide another one. */
const sure = 0.99

const grouped = (count: number): string => count.toLocaleString("en-US")

const named = (names: ReadonlyArray<string>): string =>
  `${names.length === 1 ? "class" : "classes"} ${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""}`

const nameOf = ({ family, variant }: RuleEstimate): string => (variant === undefined ? family : `${family}:${variant}`)

/** Where the answer says something that the law that was tested does not. */
const differences = (tested: RuleEstimate, answer: RuleEstimate): Judgement["beyond"] => {
  if (nameOf(tested) !== nameOf(answer)) return { added: [], changed: answer.classes.map((one) => one.class) }
  const before = tested.classes.map(({ label }) => label)
  const where = (is: (old: number | null, now: number | null) => boolean) =>
    answer.classes.filter(({ label }, index) => is(before[index]!, label)).map((one) => one.class)
  return {
    added: where((old, now) => old === null && now !== null),
    changed: where((old, now) => old !== null && now !== null && now !== old)
  }
}

type Word = Pick<Judgement, "status" | "because" | "settle">

const moreFrames = "record more frames"

const wordOf = ({ answer, asked, family, tested, verdicts }: Case, rival: Rival | null, changed: number): Word => {
  const { heldOut, training } = verdicts
  const settle = rival?.remedy ?? null
  if (training.status === "refuted") {
    const because = `the training part speaks against it: ${training.because}`
    return { status: "refuted", because, settle: settle ?? "choose another --inferrer or --family" }
  }
  if (heldOut.status === "refuted") {
    return { status: "refuted", because: `on held-out frames ${heldOut.because}`, settle: settle ?? moreFrames }
  }
  if (rival !== null) return { status: "inconclusive", because: rival.says, settle }
  if (heldOut.transitions === 0) {
    return asked
      ? { status: "inconclusive", because: "one transition cannot be both read and proved on", settle: moreFrames }
      : { status: "unproved", because: "no proof was asked for", settle: "leave out --held-out 0" }
  }
  if (nameOf(tested) !== nameOf(answer)) {
    const because = `the training part looked ${nameOf(tested)}, all frames together are ${nameOf(answer)}`
    return { status: "inconclusive", because, settle: `${moreFrames}, or state --family ${nameOf(answer)}` }
  }
  if (training.status === "inconclusive" || heldOut.status === "inconclusive") {
    return { status: "inconclusive", because: heldOut.because, settle: moreFrames }
  }
  const all = heldOut.decided + heldOut.undecided
  if (heldOut.decided <= decisive * all) {
    const because = `it decides ${grouped(heldOut.decided)} of ${grouped(all)} held-out cells only`
    return { status: "inconclusive", because, settle: `${moreFrames} in which the undetermined classes occur` }
  }
  if (changed > 0) {
    const because = `all frames together say otherwise than the training part about ${changed} of ${family.classes.length} classes`
    return { status: "inconclusive", because, settle: moreFrames }
  }
  const noisy = answer.noise.observation > 0 || answer.noise.dynamic > 0
  const doubtful = answer.classes.filter(({ confidence, label }) => noisy && label !== null && confidence < sure)
  if (doubtful.length > 0) {
    const because = `in this noise ${named(doubtful.map((one) => one.class))} may as well be otherwise`
    return { status: "inconclusive", because, settle: `${moreFrames}, or read by likelihood` }
  }
  return { status: "confirmed", because: `on held-out frames ${heldOut.because}`, settle: null }
}

/**
 * The verdict of a run. Confirmed: the law was tested on frames that it was not read from, decides most of their cells
 * and does there what a true law does; nothing in the training part speaks against it; nothing else explains the
 * frames better; and the answer says nothing against the law that was tested.
 */
export const judgeCase = (one: Case): Judgement => {
  const beyond = differences(one.tested, one.answer)
  return { ...wordOf(one, one.rival, beyond.changed.length), rival: one.rival, beyond }
}

/** The same parts, none of which says more than the whole: a part is not confirmed when the run is not. */
export const inKeeping = ({ heldOut, training }: Verdicts, { status }: Judgement): Verdicts => {
  const keep = (part: Verdicts["heldOut"]): Verdicts["heldOut"] =>
    part.status === "confirmed" && status !== "confirmed" ? { ...part, status: "inconclusive" } : part
  return { training: keep(training), heldOut: keep(heldOut) }
}
