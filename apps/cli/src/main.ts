#!/usr/bin/env node
import * as nodeModule from "node:module"
import { nodeRange } from "./nodeRange.ts"

// Nothing that an old Node cannot read may be imported before this is settled.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
const [leastMajor = 0, leastMinor = 0] = nodeRange.slice(2).split(".").map(Number)
if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
  console.error(
    `rulescope: this is Node ${process.versions.node}, and Node ${leastMajor}.${leastMinor} or newer is needed; install one, such as the current version from nodejs.org`
  )
  process.exit(2)
}

// What Node compiles is kept, which halves the start. Threads learn of it by the environment.
const { directory } = nodeModule.enableCompileCache()
if (directory !== undefined) process.env["NODE_COMPILE_CACHE"] = directory

await import("./cli.ts")
