import { decodeRunSpec } from "@rulescope/automata"
import { subjectOf } from "@rulescope/core"
import { families } from "@rulescope/preset"
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { optionsOf } from "../display/Terminal.ts"
import { execute } from "../Execute.ts"
import { NotConfirmed } from "../Exit.ts"
import { chooseFor, pluginFlag } from "../plugins/choose.ts"
import { shownOf } from "../subjects/index.ts"
import { executeFlags, executeOptions, print } from "./flags.ts"
import { readingConfig, readingFlags, recordingArgument } from "./readingFlags.ts"

export const infer = Command.make(
  "infer",
  {
    recording: recordingArgument,
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
      Flag.withDescription("Share of the transitions kept apart for the proof; 0: no proof; default 0.2"),
      Flag.withDefault(0.2)
    ),
    ...readingFlags,
    plugin: pluginFlag,
    ...executeFlags
  },
  Effect.fn("infer")(function* (flags) {
    const { backbone, boundary, family, heldOut, inferrer, json, recording, seed, stride } = flags
    const asked = {
      family,
      seed,
      heldOut,
      stride: /^\d+$/.test(stride) ? Number(stride) : stride,
      generator: { id: "recording", config: { ...readingConfig(recording, flags), boundary } },
      backbone: { id: backbone },
      inferrer: { id: inferrer }
    }
    const { spec, subjects } = yield* chooseFor(asked, flags.plugin)
    const automata = yield* subjectOf(subjects, spec)
    const { result, seconds } = yield* execute(automata, yield* decodeRunSpec(spec), yield* executeOptions(flags))
    const shown = shownOf("automata")
    yield* print(
      json ? JSON.stringify(shown.document(result, seconds)) : shown.report(result, optionsOf(process.stdout))
    )
    if (!shown.proved(result)) return yield* new NotConfirmed()
  })
).pipe(Command.withDescription("Find the rule behind a recording"))
