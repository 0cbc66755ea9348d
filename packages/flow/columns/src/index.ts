export { looksReal } from "./looksReal.ts"
export { recordingsOf, type Stated } from "./recordings.ts"
export { tablesOf } from "./tables.ts"
