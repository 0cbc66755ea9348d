// Recordings of flows made by another program, each with its truth and what can be known of it, through a whole run.
//
//   npm run -s tool -- node scripts/evaluate/flow-recordings.ts FOLDER [part of an id or kind,…]
//
// FOLDER holds ID.npz and ID.json. Names and kinds of the columns are stated, nothing else is. For each: the kind, what
// the JSON expects, the verdict, whether that is right and why not, seconds. A law is right when it is confirmed and every
// true coefficient is within three standard errors, no other term is known and the noise is within 10 %; what cannot be
// known must not be printed as known; what is missing must be said, by a refutation or by a law that has it. Exits 1 when
// a law is confirmed wrong or fewer than 48 of 51 are right.
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Effect, Stream } from "../../packages/core/node_modules/effect/dist/index.js"
import { run } from "../../packages/core/src/index.ts"
import { decodeRunSpec, type RunResult } from "../../packages/flow/subject/src/index.ts"
import { flow } from "../../packages/preset/src/index.ts"
import { judge, type Truth } from "./flowTruth.ts"
import { environment } from "./recorded.ts"

const [, , folder = "", only = ""] = process.argv
const wanted = only.split(",")
const ids = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -5))

const read = (id: string, { coordinates }: Truth): Promise<RunResult> =>
  Effect.gen(function* () {
    const named = (kind: string) => coordinates.filter((one) => one.kind === kind).map(({ name }) => name)
    const spec = yield* decodeRunSpec({
      subject: "flow",
      generator: {
        id: "trajectory",
        config: {
          path: join(folder, `${id}.npz`),
          columns: coordinates.map(({ name }) => name),
          phases: named("phase"),
          reals: named("real")
        }
      }
    })
    return yield* Stream.runFold(
      run(flow, spec),
      () => undefined as unknown as RunResult,
      (found, event) => (event._tag === "RunFinished" ? event.result : found)
    )
  }).pipe(Effect.provide(environment), Effect.runPromise)

let right = 0
let confirmedWrong = 0
let judged = 0
console.log("| id | kind | expected | verdict | right | why | s |\n|---|---|---|---|---|---|---|")
for (const id of ids) {
  const truth = JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8")) as Truth
  if (!wanted.some((part) => id.includes(part) || truth.kind.includes(part))) continue
  const before = performance.now()
  const result = await read(id, truth).catch((error: unknown) => String(error))
  const seconds = ((performance.now() - before) / 1000).toFixed(1)
  const { isRight, isConfirmedWrong, status, why } = judge(truth, result)
  judged++
  if (isRight) right++
  if (isConfirmedWrong) confirmedWrong++
  console.log(
    `| ${id} | ${truth.kind} | ${truth.expected.verdict} | ${status} | ${isRight ? "yes" : "**no**"} | ${why} | ${seconds} |`
  )
}
console.log(`\n${right} of ${judged} right, ${confirmedWrong} confirmed wrong`)
process.exit(confirmedWrong === 0 && right >= Math.min(judged, Math.ceil((48 / 51) * judged)) ? 0 : 1)
