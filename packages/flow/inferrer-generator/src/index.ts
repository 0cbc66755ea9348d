export { generator } from "./Generator.ts"
