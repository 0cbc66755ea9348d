import type { RunResult } from "@rulescope/automata"

/** What figures of one run show of it; a result has more. */
export type Reading = Pick<RunResult, "census" | "evidence" | "estimate" | "truth">
