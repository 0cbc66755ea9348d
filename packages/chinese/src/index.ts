export { plugins } from "./plugins/index.ts"
export type { FieldWords, PluginWords } from "./plugins/PluginWords.ts"
