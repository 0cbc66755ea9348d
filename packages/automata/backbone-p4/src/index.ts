export { Config, p4 } from "./P4.ts"
