/** Files that the user gave, and what to call them all. */
export interface PickedFiles {
  /** Name of the file, or of the folder. */
  readonly name: string
  readonly files: ReadonlyArray<File>
}

/** Files from a chooser; those of a folder know its name. */
export const pickedFiles = (files: ReadonlyArray<File>): PickedFiles => {
  const folder = files[0]?.webkitRelativePath.split("/")[0] ?? ""
  // Files directly in the folder, as on the command line; hidden ones are not meant.
  const direct =
    folder === ""
      ? files
      : files.filter((file) => file.webkitRelativePath.split("/").length === 2 && !file.name.startsWith("."))
  return { name: folder === "" ? nameOf(files) : folder, files: direct }
}

const nameOf = (files: ReadonlyArray<File>): string => (files.length === 1 ? files[0]!.name : "files")

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject))

/** `readEntries` gives a folder in portions until an empty one. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<ReadonlyArray<FileSystemEntry>> => {
  const reader = folder.createReader()
  const all: Array<FileSystemEntry> = []
  for (;;) {
    const some = await new Promise<ReadonlyArray<FileSystemEntry>>((resolve, reject) =>
      reader.readEntries(resolve, reject)
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

/** Files dropped on the page; a dropped folder gives the files directly in it. */
export const droppedFiles = async (transfer: DataTransfer): Promise<PickedFiles> => {
  const folder = [...transfer.items].map((item) => item.webkitGetAsEntry()).find((entry) => entry?.isDirectory)
  if (folder === undefined || folder === null) return pickedFiles([...transfer.files])
  const entries = await entriesOf(folder as FileSystemDirectoryEntry)
  const inside = entries.filter((entry) => entry.isFile && !entry.name.startsWith("."))
  return { name: folder.name, files: await Promise.all(inside.map((entry) => fileOf(entry as FileSystemFileEntry))) }
}
