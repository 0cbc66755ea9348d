import { type Census, type Family } from "@rulescope/lattice"
import { type HiddenPatterns, outcomeError, spread } from "@rulescope/noise"

/** Rules with more classes are too many to weigh each: 2¹⁸ is the Life-like rules. */
const most = 18

/** Recorded patterns that the symmetries of the family carry into each other, as one. */
interface Groups {
  readonly count: number
  /** How often a group was followed by dead, and by live. */
  readonly dead: Float64Array
  readonly live: Float64Array
  /** `mass[class * count + group]`: probability that a true pattern of the class is recorded as one of the group. */
  readonly mass: Float64Array
}

const groupsOf = ({ family, noise, orbit, weights }: HiddenPatterns, { counts }: Census): Groups => {
  const place = new Map<number, number>()
  const groupOf = Array.from(orbit, (representative) => {
    const group = place.get(representative) ?? place.size
    place.set(representative, group)
    return group
  })
  const count = place.size
  const [dead, live] = [new Float64Array(count), new Float64Array(count)]
  for (const [pattern, group] of groupOf.entries()) {
    dead[group]! += counts[2 * pattern]!
    live[group]! += counts[2 * pattern + 1]!
  }
  const rates = new Float64Array(family.neighbourhood.offsets.length).fill(noise.observation)
  const mass = new Float64Array(family.classes.length * count)
  for (let index = 0; index < family.classes.length; index++) {
    const table = weights.map((weight, pattern) => (family.partition![pattern] === index ? weight : 0))
    spread(table, 2, rates)
    for (const [pattern, group] of groupOf.entries()) mass[index * count + group]! += table[pattern]!
  }
  return { count, dead, live, mass }
}

/** Whether every rule of the family can be weighed. */
export const isSmall = ({ classes, states }: Family): boolean => states === 2 && classes.length <= most

/** What the outcomes of a group lose against the share that suits them best. */
const bestShare = (dead: number, live: number, all: number): number =>
  (live > 0 ? live * Math.log((all * live) / (dead + live)) : 0) +
  (dead > 0 ? dead * Math.log((all * dead) / (dead + live)) : 0)

/**
 * The rules that explain a census best at the weights and noise of a model, best first: every one of the family is
 * weighed, in the order of a Gray code, so that from one to the next a single label changes. A rule is given up as
 * soon as it has lost more, against the best that any rule could do, than the last of those kept.
 */
export const weighEveryRule = (model: HiddenPatterns, census: Census, kept: number): ReadonlyArray<Uint8Array> => {
  const { count, dead, live, mass } = groupsOf(model, census)
  const classes = model.family.classes.length
  const wrong = Math.max(outcomeError(model.noise, 2), 1e-12)
  const all = new Float64Array(count)
  for (let at = 0; at < mass.length; at++) all[at % count]! += mass[at]!
  const top = Float64Array.from(all, (sum, group) => bestShare(dead[group]!, live[group]!, sum))
  const order = Int32Array.from(all.keys()).sort((a, b) => dead[b]! + live[b]! - dead[a]! - live[a]!)
  const goesLive = new Float64Array(count)
  const best: Array<{ readonly code: number; readonly lost: number }> = []
  let worst = Infinity
  let code = 0
  for (let step = 0; step < 1 << classes; step++) {
    if (step > 0) {
      const index = 31 - Math.clz32(step & -step)
      code ^= 1 << index
      const sign = (code >> index) & 1 ? 1 : -1
      for (let group = 0; group < count; group++) goesLive[group]! += sign * mass[index * count + group]!
    }
    let lost = 0
    for (let i = 0; i < count && lost < worst; i++) {
      const group = order[i]!
      const on = goesLive[group]! + wrong * (all[group]! - 2 * goesLive[group]!)
      lost += top[group]!
      if (live[group]! > 0) lost -= live[group]! * Math.log(Math.max(on, 1e-300))
      if (dead[group]! > 0) lost -= dead[group]! * Math.log(Math.max(all[group]! - on, 1e-300))
    }
    if (lost >= worst) continue
    best.push({ code, lost })
    best.sort((a, b) => a.lost - b.lost)
    if (best.length > kept) best.pop()
    if (best.length === kept) worst = best.at(-1)!.lost
  }
  return best.map((one) => Uint8Array.from({ length: classes }, (_, index) => (one.code >> index) & 1))
}
