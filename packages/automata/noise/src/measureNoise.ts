import { type Census, type Partition, rowTotal, sumByClass } from "@rulescope/lattice"
import { type ErrorRates, HiddenPatterns } from "./patterns/hiddenPatterns.ts"

/** Observation noise from which the climb begins; the best end wins. */
const starts = [0.0005, 0.01, 0.03, 0.06, 0.1, 0.15, 0.2]

/** Steps with labels as probabilities, with sharp ones, and with misfires beside wrong records. */
const steps = { soft: 80, sharp: 40, split: 240 }

/** Nats by which misfiring transitions have to explain the census better before they are set apart. */
const needed = 100

/** Whether every cell does what the majority of its class does. */
const isClean = ({ counts, states }: Census, { classes, partition }: Partition): boolean => {
  const table = sumByClass(counts, partition!, classes.length, states)
  for (let index = 0; index < classes.length; index++) {
    const most = Math.max(...table.subarray(index * states, (index + 1) * states))
    if (most < rowTotal(table, states, index)) return false
  }
  return true
}

/**
 * Rates of error behind a census, whatever the rule of the partition is: labels, hidden patterns and rates by
 * expectation-maximisation (`HiddenPatterns`). No noise where every class has one outcome.
 */
export const measureNoise = (partition: Partition, census: Census): ErrorRates => {
  if (isClean(census, partition)) return { observation: 0, dynamic: 0 }
  let best: HiddenPatterns | null = null
  let top = -Infinity
  for (const observation of starts) {
    const model = new HiddenPatterns(partition, census, { observation, dynamic: 0 })
    model.run(steps.soft, { labels: true })
    model.sharpen()
    const reached = model.run(steps.sharp, { observation: true })
    if (reached <= top) continue
    top = reached
    best = model
  }
  const plain = best!
  top = plain.run(steps.split / 2, { observation: true })
  const split = plain.copy()
  split.noise = { observation: plain.noise.observation * 0.7, dynamic: plain.noise.observation * 0.3 }
  return split.run(steps.split, { observation: true, dynamic: true }) > top + needed ? split.noise : plain.noise
}
