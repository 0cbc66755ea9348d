// Written by scripts/generate-preset.ts from the plugin packages.
import { makeSubjects, type Subjects } from "@rulescope/core"
import { type Needs as AutomataNeeds, automata } from "./automata.ts"
import { type Needs as FlowNeeds, flow } from "./flow.ts"

export { automata, automataRegistries } from "./automata.ts"
export { flow, flowRegistries } from "./flow.ts"

/** Every subject with its plugins; a spec that names none is about the first. */
export const subjects: Subjects<AutomataNeeds | FlowNeeds> = makeSubjects<AutomataNeeds | FlowNeeds>([automata, flow])
