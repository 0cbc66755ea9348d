import { evolution, formatRule, readRule, type Recording } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { terminalWorld } from "@rulescope/charts"
import { mebibytes } from "@rulescope/core"
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { grouped, optionsOf } from "../display/Terminal.ts"
import { BadInput, orBadInput } from "../Exit.ts"
import { makeTicker } from "../display/Ticker.ts"
import { bytesOf, memoryFlag, print } from "./flags.ts"
import { writeRecording } from "./writeRecording.ts"
import { families } from "@rulescope/preset"

const positive = (name: string, initial: number, description: string) =>
  Flag.Int(name).pipe(Flag.withDescription(`${description}; default ${initial}`), Flag.withDefault(initial))

/** Bytes that the frames may take unless another number is given. */
const usualMemory = 2 ** 30

/** Does an evolution to its end, telling how far it is when it takes long; stopped, it says that nothing was kept. */
const told = (work: Generator<number, Uint8Array>, generations: number): Effect.Effect<Uint8Array> =>
  Effect.gen(function* () {
    const { tell } = yield* makeTicker
    for (;;) {
      const { done, value } = work.next()
      if (done === true) return value
      yield* tell(() => `generation ${grouped(value)} of ${grouped(generations)}`)
      yield* Effect.yieldNow
    }
  }).pipe(
    Effect.scoped,
    Effect.onInterrupt(() => Effect.sync(() => process.stderr.write("  stopped: nothing was written\n")))
  )

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
    force: Flag.Boolean("force").pipe(Flag.withDescription("Replace the file if it exists"), Flag.withDefault(false)),
    memory: memoryFlag
  },
  Effect.fn("simulate")(function* (flags) {
    const { boundary, density, force, generations, memory, out, rule: text, seed, width, ...rest } = flags
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
    const size = width * height
    const most = (yield* bytesOf(memory)) ?? usualMemory
    if (size * (generations + 1) > most) {
      return yield* new BadInput({
        reason: `${generations + 1} frames of ${width} × ${height} cells take ${mebibytes(size * (generations + 1))}, and ${mebibytes(most)} are allowed`,
        remedy: "simulate fewer or smaller ones, or allow more with --memory"
      })
    }
    const random = makeRandom(`${seed}/simulate`)
    const first = Uint8Array.from({ length: size }, () => (random.uniform() < density ? 1 : 0))
    const cells = yield* told(evolution(rule, first, { width, height, boundary }, generations), generations)
    const recording: Recording = {
      source: formatRule(rule),
      width,
      height,
      frames: generations + 1,
      states: rule.family.states,
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
    const shown = line ? cells : cells.subarray(generations * size)
    const live = cells.subarray(generations * size).reduce((sum, cell) => sum + cell, 0)
    yield* print(
      terminalWorld({ width, height: line ? generations + 1 : height, cells: shown }, optionsOf(process.stdout))
    )
    yield* print(`${formatRule(rule)}, generation ${generations}: ${grouped(live)} of ${grouped(size)} cells live`)
  })
).pipe(Command.withDescription("Evolve a random soup under a rule; draw it, or write all frames to a file"))
