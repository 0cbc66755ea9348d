import { Argument, Flag } from "effect/cli"
import { availableParallelism, totalmem } from "node:os"

export const studyFile = Argument.String("file").pipe(Argument.withDescription("A study (JSON); see docs/studies.md"))

export const studyFolder = Argument.String("dir").pipe(Argument.withDescription("Folder that study run wrote"))

/** Megabytes that a worker may use unless told otherwise. */
const usualMemory = 1024

/** One worker a processor, as far as the memory goes. */
const usualWorkers = Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 1e6 / usualMemory) - 1))

export const workersFlag = Flag.Int("workers").pipe(
  Flag.withMetavar("N"),
  Flag.withDescription(`Threads at work at once; default one a processor, here ${usualWorkers}`),
  Flag.withDefault(usualWorkers)
)

/** Elsewhere `--memory` is what data may take; here it was what a worker may, and old command lines say so. */
export const workerMemoryFlag = Flag.Int("worker-memory").pipe(
  Flag.withAlias("memory"),
  Flag.withMetavar("MB"),
  Flag.withDescription(`Heap of a worker at most; default ${usualMemory}`),
  Flag.withDefault(usualMemory)
)
