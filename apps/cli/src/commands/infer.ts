import { families } from "@rulescope/lattice"
import { decodeRunSpec, type RunResult } from "@rulescope/automata"
import { Effect } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { resolve } from "node:path"
import { reportText } from "../display/Report.ts"
import { optionsOf } from "../display/Terminal.ts"
import { execute, type Executed } from "../Execute.ts"
import { NotConfirmed } from "../Exit.ts"
import { executeFlags, executeOptions, print } from "./flags.ts"

/** The document of `infer --json`; its shape is a contract (docs/infer-json.md). */
const inferDocument = ({ result, seconds }: Executed) => {
  const { estimate, evidence, family, recordings, verdicts } = result
  return {
    rule: estimate.rule,
    range: estimate.range,
    equivalent: estimate.equivalent,
    stride: estimate.stride,
    noise: estimate.noise,
    family: family.id,
    criterion: family.criterion,
    scores: family.scores,
    symmetry: family.symmetry,
    classes: estimate.classes,
    boundary: recordings[0]!.boundary,
    verdict: verdicts.heldOut,
    training: verdicts.training,
    accuracy: { model: evidence.accuracy, rule: verdicts.training.accuracy },
    used: estimate.used,
    seconds
  }
}

/** Confirmed on the frames kept apart; on the training part alone when nothing could be kept apart. */
export const isConfirmed = ({ verdicts }: RunResult): boolean => verdicts.heldOut.status === "confirmed"

export const infer = Command.make(
  "infer",
  {
    recording: Argument.String("recording").pipe(
      Argument.withDescription("A .npz, .npy, .rle or text file, or a folder with one .rle file per generation")
    ),
    family: Flag.Literals("family", ["auto", ...families.map((family) => family.id)]).pipe(
      Flag.withDescription(
        "Family of rules to look in; default auto: the smallest that explains the frames; noisy ones take seconds for it"
      ),
      Flag.withDefault("auto")
    ),
    boundary: Flag.Literals("boundary", ["auto", "torus", "dead", "unknown"]).pipe(
      Flag.withDescription("What lies beyond the edges; default auto: stated by the file, or decided from the edges"),
      Flag.withDefault("auto" as const)
    ),
    backbone: Flag.String("backbone").pipe(
      Flag.withDescription("Network, see rulescope stages; default cnn"),
      Flag.withDefault("cnn")
    ),
    inferrer: Flag.String("inferrer").pipe(
      Flag.withDescription("How the rule is read, see rulescope stages; default threshold"),
      Flag.withDefault("threshold")
    ),
    stride: Flag.String("stride").pipe(
      Flag.withDescription(
        "Generations from one frame to the next: 1 to 16, auto, or recorded (what the file says, else 1)"
      ),
      Flag.withDefault("recorded")
    ),
    seed: Flag.Int("seed").pipe(
      Flag.withDescription("Every random choice derives from it; default 1"),
      Flag.withDefault(1)
    ),
    heldOut: Flag.Finite("held-out").pipe(
      Flag.withDescription("Share of the transitions kept apart for the proof; default 0.2"),
      Flag.withDefault(0.2)
    ),
    ...executeFlags
  },
  Effect.fn("infer")(function* (flags) {
    const { backbone, boundary, family, heldOut, inferrer, json, recording, seed, stride } = flags
    const spec = yield* decodeRunSpec({
      family,
      seed,
      heldOut,
      stride: /^\d+$/.test(stride) ? Number(stride) : stride,
      generator: { id: "recording", config: { path: resolve(recording), boundary } },
      backbone: { id: backbone },
      inferrer: { id: inferrer }
    })
    const executed = yield* execute(spec, executeOptions(flags))
    yield* print(
      json ? JSON.stringify(inferDocument(executed)) : reportText(executed.result, optionsOf(process.stdout))
    )
    if (!isConfirmed(executed.result)) return yield* new NotConfirmed()
  })
).pipe(Command.withDescription("Find the rule behind a recording"))
