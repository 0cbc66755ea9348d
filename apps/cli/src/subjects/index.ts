import { automata } from "./automata.ts"
import { flow } from "./flow.ts"
import type { Shown } from "./Shown.ts"

export type { Shown } from "./Shown.ts"

/** How the runs of every subject are shown, by its id. What a subject says, only its own entry reads. */
const all: ReadonlyMap<string, Shown<any, any>> = new Map<string, Shown<any, any>>([
  ["automata", automata],
  ["flow", flow]
])

export const shownOf = (subject: string): Shown<any, any> => all.get(subject)!
