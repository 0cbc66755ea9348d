// Which reading is robust: every inferrer on clean, noisy, masked, cropped and skewed Life-like recordings.
//
//   npm run -s tool -- node scripts/evaluate/inferrers.ts [folder of recordings]
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
  recordingsFolder,
  truthOf
} from "./recorded.ts"

const folder = recordingsFolder(process.argv[2])
const infer = await makeRunner()

const kinds: ReadonlyArray<readonly [name: string, pattern: RegExp]> = [
  ["clean", /^p\d+-ll$/],
  ["skewed", /^psk\d+-(pattern|clusters)$/],
  ["mask 20 %", /^p\d+-ll-mask20$/],
  ["crop", /^p\d+-ll-crop$/],
  ["noise 1 %", /^p\d+-ll-noise01$/],
  ["noise 5 %", /^p\d+-ll-noise05$/],
  ["noise 10 %", /^p\d+-ll-noise10$/]
]

console.log(
  "| data | inferrer | right | wrong | undetermined | rarer classes wrong | wrong at 0.99 | seconds to infer, longest |"
)
console.log("|---|---|---|---|---|---|---|---|")
for (const [kind, pattern] of kinds) {
  for (const id of ["threshold", "class-threshold", "likelihood"]) {
    const sum = { right: 0, wrong: 0, missed: 0, undetermined: 0, guessed: 0 }
    let confident = 0
    let longest = 0
    for (const recording of idsMatching(folder, pattern)) {
      const truth = truthOf(folder, recording)
      if (!expressible(truth, "life-like")) continue
      const clean = truth.clean ? truthOf(folder, truth.clean) : truth
      const { result, seconds } = await infer.timed(join(folder, `${recording}.npz`), {
        family: "life-like",
        inferrer: { id }
      })
      const score = compare(truth, clean.support, result, "life-like", 10)
      for (const name of Object.keys(sum) as Array<keyof typeof sum>) sum[name] += score[name]
      confident += confidentlyWrong(truth, result, "life-like")
      longest = Math.max(longest, seconds)
    }
    const { guessed, missed, right, wrong } = sum
    console.log(
      `| ${kind} | ${id} | ${right} | ${wrong} | ${missed} | ${guessed} | ${confident} | ${longest.toFixed(2)} |`
    )
  }
}
