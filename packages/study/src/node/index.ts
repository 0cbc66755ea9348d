export { openToRead, openToRun, type StudyFolder, StudyFolderError } from "./StudyFolder.ts"
export * as SqliteStore from "./SqliteStore.ts"
