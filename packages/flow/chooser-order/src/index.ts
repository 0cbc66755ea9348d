export { order } from "./Order.ts"
