import { lock } from "../src/node/lock.ts"

// Locks the folder that it is given, says so, and stays until it is killed.
const held = lock(process.argv[2]!, new Date().toISOString())
if ("release" in held) process.stdout.write("locked\n")
// What nobody refers to any more is collected, and the lock with it.
setInterval(() => held, 1000)
