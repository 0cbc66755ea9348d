import { families } from "@rulescope/preset"
import { Option } from "effect"
import { Flag } from "effect/cli"
import { type Reading, readingConfig, readingFlags } from "../readingFlags.ts"
import type { Asked } from "./asked.ts"

/** Flags for recordings of cells. */
export const automataFlags = {
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
  stride: Flag.String("stride").pipe(
    Flag.withDescription(
      "Generations from one frame to the next: 1 to 16, auto, or recorded (what the file says, else 1)"
    ),
    Flag.withDefault("recorded")
  ),
  ...readingFlags
}

interface Flags extends Asked, Reading {
  readonly family: string
  readonly boundary: string
  readonly stride: string
}

/** The run spec that the flags ask for, as it is written. */
export const automataSpec = (flags: Flags) => {
  const { backbone, boundary, family, heldOut, inferrer, recording, seed, stride } = flags
  return {
    family,
    seed,
    heldOut,
    stride: /^\d+$/.test(stride) ? Number(stride) : stride,
    generator: { id: "recording", config: { ...readingConfig(recording, flags), boundary } },
    ...(Option.isNone(backbone) ? {} : { backbone: { id: backbone.value } }),
    ...(Option.isNone(inferrer) ? {} : { inferrer: { id: inferrer.value } })
  }
}
