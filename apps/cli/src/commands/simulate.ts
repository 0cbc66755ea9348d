import { formatRule, readRule, type Recording, simulate as evolve } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { terminalWorld } from "@rulescope/charts"
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { grouped, optionsOf } from "../display/Terminal.ts"
import { BadInput, orBadInput } from "../Exit.ts"
import { print } from "./flags.ts"
import { writeRecording } from "./writeRecording.ts"
import { families } from "@rulescope/preset"

const positive = (name: string, initial: number, description: string) =>
  Flag.Int(name).pipe(Flag.withDescription(`${description}; default ${initial}`), Flag.withDefault(initial))

export const simulate = Command.make(
  "simulate",
  {
    rule: Argument.String("rule").pipe(
      Argument.withDescription("Rule string, such as B36/S23, B2-a/S12, MAP… or W110")
    ),
    width: positive("width", 64, "Cells per row"),
    height: Flag.Int("height").pipe(
      Flag.withDescription("Rows; default 64, or 1 for an elementary rule"),
      Flag.optional
    ),
    density: Flag.Finite("density").pipe(
      Flag.withDescription("Share of live cells at the start; default 0.35"),
      Flag.withDefault(0.35)
    ),
    generations: positive("generations", 64, "Generations after the start"),
    boundary: Flag.Literals("boundary", ["torus", "dead"]).pipe(
      Flag.withDescription("What lies beyond the edges; default torus"),
      Flag.withDefault("torus" as const)
    ),
    seed: positive("seed", 1, "Seed of the start"),
    out: Flag.String("out").pipe(
      Flag.withMetavar("FILE"),
      Flag.withDescription("Write all frames to a .npz, .npy, .rle or .txt file"),
      Flag.optional
    ),
    force: Flag.Boolean("force").pipe(Flag.withDescription("Replace the file if it exists"), Flag.withDefault(false))
  },
  Effect.fn("simulate")(function* ({ boundary, density, force, generations, out, rule: text, seed, width, ...rest }) {
    const rule = yield* orBadInput(readRule(families, text))
    const line = rule.family.neighbourhood.dimension === 1
    const height = Option.getOrElse(rest.height, () => (line ? 1 : 64))
    if (width < 1 || height < 1 || generations < 0 || density < 0 || density > 1) {
      return yield* new BadInput({
        reason: `width ${width}, height ${height}, generations ${generations}, density ${density} cannot be simulated`,
        remedy: "sizes are at least 1, generations at least 0, the density 0 to 1"
      })
    }
    if (line !== (height === 1)) {
      return yield* new BadInput({
        reason: `${formatRule(rule)} lives in ${line ? "one dimension" : "the plane"}`,
        remedy: line ? "leave out --height" : "give --height 2 or more"
      })
    }
    const random = makeRandom(`${seed}/simulate`)
    const first = Uint8Array.from({ length: width * height }, () => (random.uniform() < density ? 1 : 0))
    const cells = evolve(rule, first, { width, height, boundary }, generations)
    const recording: Recording = {
      source: formatRule(rule),
      width,
      height,
      frames: generations + 1,
      states: 2,
      cells,
      boundary,
      rule: formatRule(rule)
    }
    if (Option.isSome(out)) {
      yield* writeRecording(out.value, recording, force)
      return yield* print(
        `${formatRule(rule)}: ${recording.frames} frames of ${width} × ${height} written to ${out.value}`
      )
    }
    const shown = line ? cells : cells.subarray(generations * width * height)
    const live = cells.subarray(generations * width * height).reduce((sum, cell) => sum + cell, 0)
    yield* print(
      terminalWorld({ width, height: line ? generations + 1 : height, cells: shown }, optionsOf(process.stdout))
    )
    yield* print(
      `${formatRule(rule)}, generation ${generations}: ${grouped(live)} of ${grouped(width * height)} cells live`
    )
  })
).pipe(Command.withDescription("Evolve a random soup under a rule; draw it, or write all frames to a file"))
