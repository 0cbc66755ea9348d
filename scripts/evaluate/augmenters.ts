// The report's question about skewed and noisy counts: does perturbing the statistics help, does weighting the
// first rounds help? Every reading of the network's predictions for Life-like recordings, with each augmenter and without.
//
//   npm run -s tool -- node scripts/evaluate/augmenters.ts [folder of recordings [part of a row's name [inferrer [every [part of an augmenter's name]]]]]
//
// Counts classes that the clean twin shows at least 10 times: right, wrong, left undetermined; and wrong labels of
// rarer classes. The family and the seed are the same everywhere; `every` n: each nth recording. Readings of the
// observations do not see augmenters: flipped cells are never observed, and weights touch the training alone.
import { join } from "node:path"
import { compare, expressible, idsMatching, makeRunner, recordingsFolder, truthOf } from "./recorded.ts"

const folder = recordingsFolder(process.argv[2])
const infer = await makeRunner()

const kinds: ReadonlyArray<readonly [name: string, pattern: RegExp]> = [
  ["clean", /^p\d+-ll$/],
  ["skewed", /^psk\d+-(pattern|clusters)$/],
  ["noise 1 %", /^p\d+-ll-noise01$/],
  ["noise 5 %", /^p\d+-ll-noise05$/],
  ["noise 10 %", /^p\d+-ll-noise10$/],
  ["mask 20 %", /^p\d+-ll-mask20$/]
]

const [, , , onlyKind, onlyReading, every = "1", onlyVariant = ""] = process.argv
const readings = ["threshold", "class-threshold", "likelihood"].filter((id) => (onlyReading ?? id) === id)

const variants: ReadonlyArray<readonly [name: string, spec: Record<string, unknown>]> = [
  ["none", {}],
  ["flip γ = 0.05", { augmenters: [{ id: "flip", config: { gamma: 0.05 } }] }],
  ["flip γ = 0.2", { augmenters: [{ id: "flip", config: { gamma: 0.2 } }] }],
  ["flip γ = γ′ = 0.2", { augmenters: [{ id: "flip", config: { gamma: 0.2, gammaLive: 0.2 } }] }],
  [
    "early rounds, weighting 0.5",
    {
      augmenters: [{ id: "early-rounds", config: { rounds: 5, factor: 10 } }],
      backbone: { config: { weighting: 0.5 } }
    }
  ],
  ["no augmenter, weighting 0.5", { backbone: { config: { weighting: 0.5 } } }],
  ["symmetry, tolerance 1", { augmenters: [{ id: "symmetry", config: { tolerance: 1 } }] }]
]

console.log("| data | inferrer | augmenter | right | wrong | undetermined | rarer classes wrong |")
console.log("|---|---|---|---|---|---|---|")
for (const [kind, pattern] of kinds.filter(([name]) => name.includes(onlyKind ?? ""))) {
  const ids = idsMatching(folder, pattern).filter((id) => expressible(truthOf(folder, id), "life-like"))
  for (const reading of readings) {
    for (const [variant, spec] of variants.filter(([name]) => name.includes(onlyVariant))) {
      const sum = { right: 0, wrong: 0, missed: 0, undetermined: 0, guessed: 0 }
      for (const id of ids.filter((_, i) => i % Number(every) === 0)) {
        const truth = truthOf(folder, id)
        const clean = truth.clean ? truthOf(folder, truth.clean) : truth
        const inferrer = { id: reading, config: { evidence: "predictions" } }
        const result = await infer(join(folder, `${id}.npz`), { family: "life-like", inferrer, ...spec })
        const score = compare(truth, clean.support, result, "life-like", 10)
        for (const name of Object.keys(sum) as Array<keyof typeof sum>) sum[name] += score[name]
      }
      const { guessed, missed, right, wrong } = sum
      console.log(`| ${kind} | ${reading} | ${variant} | ${right} | ${wrong} | ${missed} | ${guessed} |`)
    }
  }
}
