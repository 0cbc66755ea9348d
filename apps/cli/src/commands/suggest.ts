import { familyIn, type Recording } from "@rulescope/lattice"
import { RunResult, RunSpec, type Suggestion, suggestObservation } from "@rulescope/automata"
import { terminalWorld } from "@rulescope/charts"
import { readRegular } from "@rulescope/disk"
import { names } from "@rulescope/run-folder"
import { Effect, Option, Schema } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { join, resolve } from "node:path"
import { optionsOf } from "../display/Terminal.ts"
import { BadInput } from "../Exit.ts"
import { executeFlags, print } from "./flags.ts"
import { writeNewFile, writeRecording } from "./writeRecording.ts"
import { families } from "@rulescope/preset"

const encodeSpec = Schema.encodeUnknownSync(RunSpec)
const decodeResult = Schema.decodeUnknownSync(RunResult)

const readResult = (folder: string): Effect.Effect<RunResult, BadInput> =>
  Effect.flatMap(readRegular(join(folder, names.result)), (bytes) =>
    Effect.try(() => decodeResult(JSON.parse(new TextDecoder().decode(bytes))))
  ).pipe(
    Effect.mapError(
      () =>
        new BadInput({
          reason: `${folder} holds no finished run`,
          remedy: "give a folder that run --out or infer --out wrote"
        })
    )
  )

/** Mean number of a class among 10,000 cells below which a soup is no way to see it. */
const worthwhile = 1

/**
 * The run again, on one soup of another density: of the rule that its soups had, or, for recordings, of the smallest
 * rule that is left.
 */
const nextSpec = ({ estimate, spec }: RunResult, density: number): RunSpec => {
  const before = spec.generator.id === "soup" ? spec.generator.config : { rule: estimate.range.min }
  return { ...spec, generator: { id: "soup", config: { ...(before as Record<string, unknown>), density } } }
}

const times = (count: number): string => (count < 10 ? count.toPrecision(2) : count.toFixed(0))

const soupText = (
  names: ReadonlyArray<string>,
  { density, perTenThousand, start }: Suggestion,
  run: string
): ReadonlyArray<string> => {
  const shown = names.map((name, i) => `${name} ${times(perTenThousand[i]!)}`)
  const seen = shown.length <= 24 ? shown.join(", ") : `each class at least ${times(Math.min(...perTenThousand))} times`
  return [
    `Record a soup with ${Math.round(100 * density)} % live cells. Among 10,000 cells of its start it shows, on average,`,
    `  ${seen}.`,
    "",
    `  rulescope suggest ${run} --spec next.json   writes it as a run`,
    `  rulescope suggest ${run} --out start.rle    writes a start of ${start.width} × ${start.height} cells with each of them once`
  ]
}

const startText = ({ start }: Suggestion, run: string, written: string | undefined): ReadonlyArray<string> => [
  `They are rare in every soup. Record this start (${start.width} × ${start.height}), which has each of them once${written === undefined ? "" : `, written to ${written}`}:`,
  "",
  terminalWorld(start, optionsOf(process.stdout)),
  ...(written === undefined ? ["", `  rulescope suggest ${run} --out start.rle   writes it`] : [])
]

export const suggest = Command.make(
  "suggest",
  {
    run: Argument.String("run").pipe(Argument.withDescription("A folder kept by run --out or infer --out")),
    out: Flag.String("out").pipe(
      Flag.withMetavar("FILE"),
      Flag.withDescription("Write a start that has every open class once to a .rle, .npz, .npy or .txt file"),
      Flag.optional
    ),
    spec: Flag.String("spec").pipe(
      Flag.withMetavar("FILE"),
      Flag.withDescription("Write the run again, on soups of the density proposed, as a run spec"),
      Flag.optional
    ),
    force: Flag.Boolean("force").pipe(Flag.withDescription("Replace the file if it exists"), Flag.withDefault(false)),
    json: executeFlags.json
  },
  Effect.fn("suggest")(function* ({ force, json, out, run, spec }) {
    const result = yield* readResult(resolve(run))
    const { estimate } = result
    const family = familyIn(families, estimate.family, estimate.variant)!
    const open = estimate.classes.flatMap(({ label }, index) => (label === null ? [index] : []))
    const names = open.map((index) => family.classes[index]!.name)
    if (open.length === 0) {
      return yield* print(json ? JSON.stringify({ open: [] }) : `Nothing is open: the rule is ${estimate.rule}`)
    }
    const suggestion = suggestObservation(family, open)
    const { density, perTenThousand, start } = suggestion
    const next = nextSpec(result, density)
    if (Option.isSome(out)) {
      const recording: Recording = { ...start, source: "start", frames: 1, states: 2, boundary: "auto", rule: null }
      yield* writeRecording(out.value, recording, force)
    }
    if (Option.isSome(spec)) yield* writeNewFile(spec.value, `${JSON.stringify(encodeSpec(next), null, 2)}\n`, force)
    const soup = Math.min(...perTenThousand) >= worthwhile
    if (json) {
      const rows = Array.from({ length: start.height }, (_, y) =>
        start.cells.subarray(y * start.width, (y + 1) * start.width).join("")
      )
      const proposal = soup ? "soup" : "start"
      return yield* print(
        JSON.stringify({ open: names, proposal, density, perTenThousand, generator: next.generator, start: rows })
      )
    }
    yield* print(
      [
        `${open.length} of ${estimate.classes.length} classes are open.`,
        ...(soup ? soupText(names, suggestion, run) : startText(suggestion, run, Option.getOrUndefined(out))),
        ""
      ].join("\n")
    )
  })
).pipe(Command.withDescription("Propose what to observe next, for the classes that a kept run left open"))
