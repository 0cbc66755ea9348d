import { Option } from "effect"
import { Flag } from "effect/cli"
import { pluginFlag } from "../../plugins/choose.ts"
import { recordingArgument } from "../readingFlags.ts"

/** Flags for recordings of every subject. */
export const askedFlags = {
  recording: recordingArgument,
  backbone: Flag.String("backbone").pipe(
    Flag.withDescription("Network, see rulescope stages; default cnn, for flows kramers-moyal"),
    Flag.optional
  ),
  inferrer: Flag.String("inferrer").pipe(
    Flag.withDescription("How the law is read, see rulescope stages; default threshold, for flows filter"),
    Flag.optional
  ),
  seed: Flag.Int("seed").pipe(
    Flag.withDescription("Every random choice derives from it; default 1"),
    Flag.withDefault(1)
  ),
  heldOut: Flag.Finite("held-out").pipe(
    Flag.withDescription("Share of the recording kept apart for the proof; of cells 0: no proof; default 0.2"),
    Flag.withDefault(0.2)
  ),
  plugin: pluginFlag
}

export interface Asked {
  readonly recording: string
  readonly backbone: Option.Option<string>
  readonly inferrer: Option.Option<string>
  readonly seed: number
  readonly heldOut: number
}
