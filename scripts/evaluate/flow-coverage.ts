// Do the intervals of a law read from a recording cover, and is the set of terms right? Two coupled junctions of every
// overdamped circuit without hidden coordinates, simulated anew for each seed, read at several intervals.
//
//   npm run -s tool -- node scripts/evaluate/flow-coverage.ts [seeds [time [intervals [part of a circuit's name]]]]
//
// Prints, for each circuit and interval: share of 95 % intervals of the true terms that cover, root mean square of their
// scores, share of laws with exactly the true terms, terms claimed at P ≥ 0.99 that are wrong, noise off in per cent,
// seconds for one law. Defaults: 20 seeds, T = 4000, intervals 0.05, 0.1, 0.2 and 0.4.
import {
  everywhere,
  inductiveLoop,
  inferLaw,
  type Law,
  makeLibrary,
  resistiveLoad,
  sameTerm,
  simulate,
  thirdJunction,
  uncoupled
} from "../../packages/flow/sde/src/index.ts"

const [, , seeds = "20", time = "4000", intervals = "0.05,0.1,0.2,0.4", only = ""] = process.argv
const pair = { criticalCurrents: [1, 1], gammas: [0.1, 0.1] }

const circuits: ReadonlyArray<readonly [name: string, law: Law]> = [
  ["none", uncoupled(pair, [1.3, 1.15])],
  ["third junction", thirdJunction(pair, [1.3, 1.15], 0.25)],
  ["resistive load", resistiveLoad({ criticalCurrents: [1.1, 0.9], gamma: 0.1 }, 1.6, 2)],
  ["loop", inductiveLoop(pair, 2.4, { flux: 1.5, inductance: 1 })]
]

console.log("circuit          Δ     covers  rms z  exact  wrong at 0.99   noise off   order   s")
for (const [name, law] of circuits.filter(([circuit]) => circuit.includes(only))) {
  const library = makeLibrary(law.space, { degree: 1 })
  for (const interval of intervals.split(",").map(Number)) {
    let [within, scored, square, exact, claimed, wrong, off, order, seconds] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
    for (let seed = 0; seed < Number(seeds); seed++) {
      const samples = Math.round(Number(time) / interval)
      const recording = simulate(law, { interval, samples, discard: 20, seed: `${name} ${seed}` })
      const before = performance.now()
      const found = inferLaw([[recording]], everywhere(law.space, library), { seed: `${seed}` })
      seconds += (performance.now() - before) / 1000 / Number(seeds)
      order += found.order / Number(seeds)
      let isExact = true
      for (const { coordinate, error, present, term, value } of found.entries) {
        const truth = law.drift[coordinate]!.find((weighted) => sameTerm(weighted.term, term))?.value ?? 0
        if ((truth === 0) !== (value === 0)) isExact = false
        if (present >= 0.99) claimed++
        if (present >= 0.99 && truth === 0) wrong++
        if (truth === 0) continue
        const z = (value - truth) / error
        scored++
        square += z * z
        if (Math.abs(z) < 1.959964) within++
      }
      if (isExact) exact++
      const { noise } = found.laws[0]!
      for (const k of [0, 1]) off += (50 * Math.abs(noise[k]![k]! / law.noise[k]![k]! - 1)) / Number(seeds)
    }
    const cells = [
      name.padEnd(16),
      `${interval}`.padEnd(5),
      `${((100 * within) / scored).toFixed(1)} %`.padEnd(7),
      Math.sqrt(square / scored)
        .toFixed(2)
        .padEnd(6),
      `${exact}/${seeds}`.padEnd(6),
      `${wrong} of ${claimed}`.padEnd(15),
      `${off.toFixed(2)} %`.padEnd(11),
      order.toFixed(1).padEnd(7),
      seconds.toFixed(2)
    ]
    console.log(cells.join(" "))
  }
}
