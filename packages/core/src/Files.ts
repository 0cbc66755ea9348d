import { Context, type Effect, Schema } from "effect"
import { lineOf, type Problem, problemFields, problemIn } from "./Problem.ts"

/** A file cannot be read. */
export class FileError extends Schema.TaggedError<FileError>()("FileError", {
  path: Schema.String,
  ...problemFields
}) {
  get problem(): Problem {
    return problemIn(this.path, this)
  }
  override get message() {
    return lineOf(this.problem)
  }
}

export interface NamedBytes {
  /** File name without folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** The order in which the files of a folder are read, wherever they come from: by name, numbers in numeric order. */
export const inFileOrder: (a: string, b: string) => number = new Intl.Collator("en", { numeric: true }).compare

/** Where recordings come from: the disk in Node, what was dropped on the page in a browser. */
export class Files extends Context.Service<
  Files,
  {
    /** One file, or all files directly in a folder, ordered by name with numbers in numeric order. */
    readonly read: (path: string) => Effect.Effect<ReadonlyArray<NamedBytes>, FileError>
  }
>()("@rulescope/core/Files") {}
