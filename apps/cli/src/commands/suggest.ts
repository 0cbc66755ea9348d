import { familyById, type Recording } from "@rulescope/automata"
import { RunResult, suggestObservation } from "@rulescope/core"
import { terminalWorld } from "@rulescope/charts"
import { Effect, Option, Schema } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { readFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { optionsOf } from "../display/Terminal.ts"
import { BadInput } from "../Exit.ts"
import { executeFlags, print } from "./flags.ts"
import { writeRecording } from "./writeRecording.ts"

const decodeResult = Schema.decodeUnknownSync(RunResult)

const readResult = (folder: string): Effect.Effect<RunResult, BadInput> =>
  Effect.tryPromise({
    try: async () => decodeResult(JSON.parse(await readFile(join(folder, "result.json"), "utf8"))),
    catch: () =>
      new BadInput({
        reason: `${folder} holds no finished run`,
        remedy: "give a folder that run --out or infer --out wrote"
      })
  })

export const suggest = Command.make(
  "suggest",
  {
    run: Argument.String("run").pipe(Argument.withDescription("A folder kept by run --out or infer --out")),
    out: Flag.String("out").pipe(
      Flag.withMetavar("FILE"),
      Flag.withDescription("Write the start to a .rle, .npz, .npy or .txt file"),
      Flag.optional
    ),
    force: Flag.Boolean("force").pipe(Flag.withDescription("Replace the file if it exists"), Flag.withDefault(false)),
    json: executeFlags.json
  },
  Effect.fn("suggest")(function* ({ force, json, out, run }) {
    const { estimate } = yield* readResult(resolve(run))
    const family = familyById(estimate.family)!
    const open = estimate.classes.flatMap(({ label }, index) => (label === null ? [index] : []))
    const names = open.map((index) => family.classes[index]!.name)
    if (open.length === 0) {
      return yield* print(json ? JSON.stringify({ open: [] }) : `Nothing is open: the rule is ${estimate.rule}`)
    }
    const { density, perTenThousand, start } = suggestObservation(family, open)
    if (Option.isSome(out)) {
      const recording: Recording = { ...start, source: "start", frames: 1, states: 2, boundary: "auto", rule: null }
      yield* writeRecording(out.value, recording, force)
    }
    if (json) {
      const rows = Array.from({ length: start.height }, (_, y) =>
        start.cells.subarray(y * start.width, (y + 1) * start.width).join("")
      )
      return yield* print(JSON.stringify({ open: names, density, perTenThousand, start: rows }))
    }
    const times = (count: number): string => (count < 10 ? count.toPrecision(2) : count.toFixed(0))
    const shown = names.map((name, i) => `${name} ${times(perTenThousand[i]!)}`)
    yield* print(
      [
        `${open.length} of ${estimate.classes.length} classes are open. To see them, record either`,
        "",
        `  a soup with ${Math.round(100 * density)} % live cells; among 10,000 cells it shows, on average,`,
        `    ${shown.length <= 24 ? shown.join(", ") : `each class at least ${times(Math.min(...perTenThousand))} times`}`,
        "",
        `  or this start (${start.width} × ${start.height}), which has each of them once${Option.isSome(out) ? `, written to ${out.value}` : ""}:`,
        "",
        terminalWorld(start, optionsOf(process.stdout)),
        ""
      ].join("\n")
    )
  })
).pipe(Command.withDescription("Propose what to observe next, for the classes that a kept run left open"))
