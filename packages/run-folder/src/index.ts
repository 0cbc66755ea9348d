export { archiveOf, type Content, filesOfRun, jsonText, linesOf, names, type RunContent } from "./write.ts"
export { openFiles, type OpenedRun } from "./read.ts"
