export { openToRead, openToRun, type StudyFolder, StudyFolderError } from "./StudyFolder.ts"
export * as SqliteStore from "./SqliteStore.ts"
export { memoryMb, serveTasks } from "./workers/serveTasks.ts"
export * as WorkerExecutor from "./workers/WorkerExecutor.ts"
