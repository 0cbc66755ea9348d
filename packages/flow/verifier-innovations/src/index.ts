export { innovations } from "./Innovations.ts"
