import { lock } from "../src/node/lock.ts"

// Locks the folder that it is given, says so, and stays until it is killed.
if ("release" in lock(process.argv[2]!, new Date().toISOString())) process.stdout.write("locked\n")
setInterval(() => {}, 1000)
