export { writeNpy, writeNpz } from "./numpy/write.ts"
export { parseRecordings } from "./parseRecordings.ts"
export { writeRle, writeRleFiles } from "./rle/write.ts"
export { writeText } from "./text/write.ts"
