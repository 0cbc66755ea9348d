type Words = readonly [reason: string, remedy: string]

const kept = "what was kept stays, and the same command goes on from there"

/** What the primary result codes of SQLite mean for a study ("Result and Error Codes", sqlite.org). */
const words: ReadonlyMap<number, Words> = new Map([
  [3, ["its database may not be read or written", "check its permissions"]],
  [5, ["another program holds its database", "wait for it, then try again"]],
  [8, ["its database can only be read", "check its permissions, or copy the folder to another place"]],
  [10, ["the disk does not read or write its database as it should", `check the disk; ${kept}`]],
  [11, ["its database is damaged", "copy the folder from a backup, or run the study anew in another one"]],
  [13, ["the disk is full", `free some space; ${kept}`]],
  [14, ["its database cannot be opened", "check the permissions of the folder"]],
  [26, ["its study.sqlite is no database", "copy the folder from a backup, or run the study anew in another one"]]
])

/** What a database could not do, in words; anything else that was thrown is what is kept there, read and not understood. */
export const wordsOf = (cause: unknown): { readonly reason: string; readonly remedy: string } => {
  const { errcode, message } = cause as Error & { readonly errcode?: number }
  const known = errcode === undefined ? undefined : words.get(errcode & 0xff)
  const [reason, remedy] = known ?? [
    `what its database holds cannot be read (${message})`,
    "copy the folder from a backup, or run the study anew in another one"
  ]
  return { reason, remedy }
}
