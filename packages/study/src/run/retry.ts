/**
 * How often a run is tried by kind of error. Wrong input stays wrong; what a machine may get over is tried again:
 * a backend that ran out of memory, a worker that ended.
 */
const attempts: Readonly<Record<string, number>> = { BackboneError: 2, WorkerLost: 2 }

export const attemptsOf = (tag: string): number => attempts[tag] ?? 1
