import { Option } from "effect"
import { Flag } from "effect/cli"
import { recordingAt } from "../paths.ts"
import type { Asked } from "./asked.ts"

const names = (flag: string, description: string) =>
  Flag.String(flag).pipe(Flag.withMetavar("NAMES"), Flag.withDescription(description), Flag.withDefault(""))

/** Flags for recordings of flows. */
export const flowFlags = {
  columns: names(
    "columns",
    "Flows: columns that are used, or their names where the file has none, such as phi1,phi2; default all"
  ),
  phases: names("phases", "Flows: columns that are angles in radians, such as phi1,phi2; default found"),
  reals: names("reals", "Flows: columns that are no angles; default found"),
  interval: Flag.Finite("interval").pipe(
    Flag.withDescription("Flows: time between samples; default that of the column t"),
    Flag.withDefault(0)
  )
}

interface Flags extends Asked {
  readonly columns: string
  readonly phases: string
  readonly reals: string
  readonly interval: number
}

const listed = (text: string): ReadonlyArray<string> =>
  text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "")

/** The run spec that the flags ask for, as it is written. */
export const flowSpec = ({
  backbone,
  columns,
  heldOut,
  inferrer,
  interval,
  phases,
  reals,
  recording,
  seed
}: Flags) => ({
  subject: "flow",
  seed,
  heldOut,
  generator: {
    id: "trajectory",
    config: {
      path: recordingAt(recording),
      columns: listed(columns),
      phases: listed(phases),
      reals: listed(reals),
      interval
    }
  },
  ...(Option.isNone(backbone) ? {} : { backbone: { id: backbone.value } }),
  ...(Option.isNone(inferrer) ? {} : { inferrer: { id: inferrer.value } })
})
