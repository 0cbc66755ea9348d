import { Result } from "effect"

/** Why bytes are not a recording and what to do about it. */
interface Unreadable {
  /** File of a folder, without the folder; absent when the whole path is meant. */
  readonly file?: string
  /** What is wrong, with the place. */
  readonly reason: string
  readonly remedy: string
}

export type Read<A> = Result.Result<A, Unreadable>

export const unreadable = (reason: string, remedy: string): Read<never> => Result.fail({ reason, remedy })

/** Says which file of a folder a failure belongs to. */
export const inFile =
  (file: string) =>
  <A>(read: Read<A>): Read<A> =>
    Result.mapError(read, (error) => ({ file, ...error }))
