import { Command } from "effect/cli"
import { exportRows } from "./export.ts"
import { open } from "./open.ts"
import { plan } from "./plan.ts"
import { report } from "./report.ts"
import { run } from "./run.ts"
import { show } from "./show.ts"
import { status } from "./status.ts"

export const study = Command.make("study").pipe(
  Command.withDescription("Compare what a run can be made of: every combination, shared work done once"),
  Command.withSubcommands([plan, run, status, show, open, report, exportRows])
)
