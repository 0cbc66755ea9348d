// Which reading is robust: every inferrer on clean, noisy, masked, cropped and skewed recordings.
//
//   npm run -s tool -- node scripts/evaluate/inferrers.ts [folder of recordings [part of a row's name [part of an inferrer's name]]]
//
// Counts classes that the clean twin shows at least 10 times: right, wrong, left undetermined; wrong labels of rarer
// classes; and wrong labels with a stated confidence of 0.99 or more, of any class. The family is stated.
import { join } from "node:path"
import {
  compare,
  confidentlyWrong,
  expressible,
  idsMatching,
  makeRunner,
  notRight,
  recordingsFolder,
  truthOf
} from "./recorded.ts"

const folder = recordingsFolder(process.argv[2])
const infer = await makeRunner()

const kinds: ReadonlyArray<readonly [name: string, family: string, pattern: RegExp]> = [
  ["clean", "life-like", /^p\d+-ll$/],
  ["skewed", "life-like", /^psk\d+-(pattern|clusters)$/],
  ["mask 20 %", "life-like", /^p\d+-ll-mask20$/],
  ["crop", "life-like", /^p\d+-ll-crop$/],
  ["noise 1 %", "life-like", /^p\d+-ll-noise01$/],
  ["noise 5 %", "life-like", /^p\d+-ll-noise05$/],
  ["noise 10 %", "life-like", /^p\d+-ll-noise10$/],
  ["every second generation", "life-like", /^p\d+-ll-every2$/],
  ["isotropic, mask 20 %", "isotropic", /^p\d+-int-mask20$/],
  ["isotropic, crop", "isotropic", /^p\d+-int-crop$/],
  ["isotropic, noise 1 %", "isotropic", /^p\d+-int-noise01$/],
  ["isotropic, noise 5 %", "isotropic", /^p\d+-int-noise05$/],
  ["isotropic, noise 10 %", "isotropic", /^p\d+-int-noise10$/]
]

console.log(
  "| data | inferrer | right | of | share | wrong | undetermined | rarer classes wrong | wrong at 0.99 | seconds to infer, longest |"
)
console.log("|---|---|---|---|---|---|---|---|---|---|")
for (const [kind, family, pattern] of kinds.filter(
  ([name]) => process.argv[3] === undefined || name.includes(process.argv[3])
)) {
  const everySecond = kind === "every second generation"
  // The threshold readings refuse frames that are several generations apart.
  const readings = everySecond ? ["likelihood"] : ["threshold", "class-threshold", "likelihood"]
  for (const id of readings.filter((name) => name.includes(process.argv[4] ?? ""))) {
    const sum = { right: 0, wrong: 0, missed: 0, undetermined: 0, guessed: 0 }
    let confident = 0
    let longest = 0
    for (const recording of idsMatching(folder, pattern)) {
      const truth = truthOf(folder, recording)
      if (!expressible(truth, family)) continue
      const clean = truth.clean ? truthOf(folder, truth.clean) : truth
      const { result, seconds } = await infer.timed(join(folder, `${recording}.npz`), {
        family,
        inferrer: { id },
        ...(everySecond ? { stride: 2 } : {})
      })
      const score = compare(truth, clean.support, result, family, 10)
      for (const name of Object.keys(sum) as Array<keyof typeof sum>) sum[name] += score[name]
      confident += confidentlyWrong(truth, result, family)
      longest = Math.max(longest, seconds)
      const off = notRight(truth, clean.support, result, family, 10)
      if (id === "likelihood" && off.length > 0) console.error(`${recording}: ${off.join(", ")}`)
    }
    const { guessed, missed, right, wrong } = sum
    const asked = right + wrong + missed
    const share = ((100 * right) / asked).toFixed(2)
    console.log(
      `| ${kind} | ${id} | ${right} | ${asked} | ${share} % | ${wrong} | ${missed} | ${guessed} | ${confident} | ${longest.toFixed(2)} |`
    )
  }
}
