import { FileError, type NamedBytes } from "@rulescope/core"
import { refusedBy, tooLarge } from "@rulescope/disk"
import { Effect } from "effect"

/** Bytes that are read from standard input at most: it has no size that could be looked at first. */
export const mostOfInput = 2 ** 28

const name = "standard input"

const readAll = async (signal: AbortSignal): Promise<Uint8Array> => {
  const pieces: Array<Buffer> = []
  let size = 0
  signal.addEventListener("abort", () => process.stdin.destroy())
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > mostOfInput) throw tooLarge(name, "it has more than", mostOfInput, mostOfInput)
    pieces.push(piece)
  }
  return new Uint8Array(Buffer.concat(pieces))
}

/** What comes through standard input, read once however often it is asked for. */
export const standardInput: Effect.Effect<Effect.Effect<ReadonlyArray<NamedBytes>, FileError>> = Effect.cached(
  Effect.tryPromise({
    try: readAll,
    catch: (cause) => (cause instanceof FileError ? cause : refusedBy(name, "read", cause))
  }).pipe(Effect.map((bytes) => [{ name: "-", bytes }]))
)
