import { offer } from "@rulescope/automata"
import { majority } from "./Majority.ts"

export { majority }

/** What Rulescope loads. */
export const plugins = [offer.inferrer(majority)]
