export { filter } from "./Filter.ts"
