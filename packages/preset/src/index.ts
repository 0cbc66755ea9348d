// Written by scripts/generate-preset.ts from the plugin packages.
import { makeSubjects, type Outside, type Subjects } from "@rulescope/core"
import { automata } from "./automata.ts"
import { flow } from "./flow.ts"

export { automata, automataRegistries } from "./automata.ts"
export { flow, flowRegistries } from "./flow.ts"

export { families } from "./families.ts"

type Needs = Outside<typeof automata | typeof flow>

/** Every subject with its plugins; a spec that names none is about the first. */
export const subjects: Subjects<Needs> = makeSubjects<Needs>([automata, flow])
