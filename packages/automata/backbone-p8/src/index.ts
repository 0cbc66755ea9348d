export { Config, p8 } from "./P8.ts"
