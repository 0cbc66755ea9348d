import { FileError } from "@rulescope/core"

type Words = readonly [reason: string, remedy: string]

const elsewhere = "choose another place"

/** What the system says of a file either way, by its code (POSIX, `errno.h`; Node, "Common system errors"). */
const either: ReadonlyMap<string, Words> = new Map([
  ["ELOOP", ["its symbolic links lead in a circle", "correct them"]],
  ["ENAMETOOLONG", ["its name is too long", "choose a shorter one"]],
  ["EMFILE", ["too many files are open", "close other programs, or raise the limit (ulimit -n)"]],
  ["ENFILE", ["too many files are open", "close other programs"]],
  ["EBUSY", ["another program holds it", "close that one"]],
  ["EIO", ["the disk does not answer as it should", "check the disk"]],
  ["ENODEV", ["the disk is not there", "check that it is mounted"]],
  ["ESTALE", ["the disk of another machine has changed under it", "try again"]],
  ["ERR_INVALID_ARG_VALUE", ["it is no name that a file can have", "choose another name"]]
])

const reading: ReadonlyMap<string, Words> = new Map([
  ["ENOENT", ["there is no such file or folder", "check the path"]],
  ["ENOTDIR", ["a part of its path is a file, not a folder", "check the path"]],
  ["EISDIR", ["it is a folder", "give a file"]],
  ["EACCES", ["it may not be read", "check its permissions"]],
  ["EPERM", ["it may not be read", "check its permissions"]],
  ["ERR_FS_FILE_TOO_LARGE", ["it is larger than 2 GiB, the most that is read at once", "give a part of it"]]
])

const writing: ReadonlyMap<string, Words> = new Map([
  ["ENOENT", ["the folder that it is to lie in is not there", "make that folder first"]],
  ["ENOTDIR", ["a file lies where a folder should be", elsewhere]],
  ["EEXIST", ["a file lies where a folder should be", elsewhere]],
  ["EISDIR", ["a folder lies where the file should be", elsewhere]],
  ["EACCES", ["it may not be written", `check its permissions, or ${elsewhere}`]],
  ["EPERM", ["it may not be written", `check its permissions, or ${elsewhere}`]],
  ["EROFS", ["the disk can only be read", elsewhere]],
  ["ENOSPC", ["the disk is full", `free some space, or ${elsewhere}`]],
  ["EDQUOT", ["your share of the disk is used up", `free some space, or ${elsewhere}`]],
  ["EFBIG", ["the file would be larger than is allowed here", `raise the limit (ulimit -f), or ${elsewhere}`]]
])

/** What the system refused, in words: a tagged error with the path, the reason and what to do. */
export const refusedBy = (path: string, doing: "read" | "write", cause: unknown): FileError => {
  const { code = "" } = (cause ?? {}) as { readonly code?: string }
  const words = (doing === "read" ? reading : writing).get(code) ?? either.get(code)
  const [reason, remedy] = words ?? [
    `it cannot be ${doing === "read" ? "read" : "written"} (${code || String(cause)})`,
    "check the disk"
  ]
  return new FileError({ path, reason, remedy })
}
