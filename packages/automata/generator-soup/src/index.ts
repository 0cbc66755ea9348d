export { soup } from "./Soup.ts"
