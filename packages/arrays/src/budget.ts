import { Result } from "effect"
import { type Read, unreadable } from "./unreadable.ts"

/** Bytes that reading may hold besides the files themselves, when nothing else is asked for: 128 MiB. */
export const defaultMemory = 2 ** 27

/** Counts bytes before they are allocated, so that no size that a file states is believed unseen. */
export interface Budget {
  /** Takes bytes from what is left; fails, naming `what`, when there are not as many. */
  readonly hold: (bytes: number, what: string) => Read<void>
}

const mebibytes = (bytes: number): string => Math.ceil(bytes / 2 ** 20).toLocaleString("en")

/**
 * A budget for reading files of `size` bytes in all: `memory` bytes, or four times the files when that is more,
 * since what is packed or written as text grows no more than this but for a few worlds, nearly empty ones.
 */
export const makeBudget = (memory: number, size: number): Budget => {
  const limit = Math.max(memory, 4 * size)
  let left = limit
  return {
    hold: (bytes, what) => {
      // NaN and infinity, the products of sizes beyond all numbers, are too much as well.
      if (!(bytes <= left)) {
        const asked = Number.isFinite(bytes) ? `${mebibytes(bytes)} MiB` : "more bytes than can be counted"
        return unreadable(
          `${what} would take ${asked}, and ${mebibytes(left)} of ${mebibytes(limit)} MiB are left`,
          "record a smaller window or fewer frames, or allow more with --memory"
        )
      }
      left -= bytes
      return Result.succeed(undefined)
    }
  }
}
