import { decodeSpec, subjectOf } from "@rulescope/core"
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { optionsOf } from "../../display/Terminal.ts"
import { execute } from "../../Execute.ts"
import { NotConfirmed } from "../../Exit.ts"
import { chooseFor } from "../../plugins/choose.ts"
import { shownOf } from "../../subjects/index.ts"
import { executeFlags, executeOptions, print } from "../flags.ts"
import { askedFlags } from "./asked.ts"
import { automataFlags, automataSpec } from "./automata.ts"
import { flowFlags, flowSpec } from "./flow.ts"
import { recognise } from "./recognise.ts"

export const infer = Command.make(
  "infer",
  {
    ...askedFlags,
    subject: Flag.Literals("subject", ["auto", "automata", "flow"]).pipe(
      Flag.withDescription(
        "What was recorded: cells, or samples of a flow; default auto: real-valued columns are a flow"
      ),
      Flag.withDefault("auto" as const)
    ),
    ...automataFlags,
    ...flowFlags,
    ...executeFlags
  },
  Effect.fn("infer")(function* (flags) {
    const { json, recording } = flags
    const options = yield* executeOptions(flags)
    const subject = flags.subject === "auto" ? yield* recognise(recording, options.memory) : flags.subject
    const asked = subject === "automata" ? automataSpec(flags) : flowSpec(flags)
    const { spec, subjects } = yield* chooseFor(asked, flags.plugin)
    const equipped = yield* subjectOf(subjects, spec)
    const { result, seconds } = yield* execute(equipped, yield* decodeSpec(equipped.subject.spec, spec), options)
    const shown = shownOf(subject)
    yield* print(
      json ? JSON.stringify(shown.document(result, seconds)) : shown.report(result, optionsOf(process.stdout))
    )
    if (!shown.proved(result)) return yield* new NotConfirmed()
  })
).pipe(Command.withDescription("Find the law behind a recording"))
