import { Context, type Effect, Schema } from "effect"

/** A file cannot be read. */
export class FileError extends Schema.TaggedError<FileError>()("FileError", {
  path: Schema.String,
  reason: Schema.String,
  remedy: Schema.String
}) {
  override get message() {
    return `${this.path}: ${this.reason}; ${this.remedy}`
  }
}

export interface NamedBytes {
  /** File name without folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Where recordings come from: the disk in Node, what was dropped on the page in a browser. */
export class Files extends Context.Service<
  Files,
  {
    /** One file, or all files directly in a folder, ordered by name with numbers in numeric order. */
    readonly read: (path: string) => Effect.Effect<ReadonlyArray<NamedBytes>, FileError>
  }
>()("@rulescope/core/Files") {}
