import { RunSpec } from "@rulescope/automata"
import { Schema } from "effect"

const { heldOut, seed, stride } = RunSpec.fields

/** What belongs to the run as a whole. */
export const RunFields = Schema.Struct({ seed, heldOut, stride })
