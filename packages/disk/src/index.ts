export { checkRegular, mostAtOnce, readRegular, statOf, tooLarge } from "./read.ts"
export { refusedBy } from "./refusedBy.ts"
export { type Content, makeFolder, unfinished, writeTogether, writeWhole } from "./write.ts"
