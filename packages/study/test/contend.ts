import { mkdirSync, rmdirSync } from "node:fs"
import { join } from "node:path"
import { lock } from "../src/node/lock.ts"

// Takes the lock of a folder again and again, and counts how often somebody else was inside as well.
const [folder, inside, times] = process.argv.slice(2)
let held = 0
let overlaps = 0
while (held < Number(times)) {
  const taken = lock(folder!, String(process.hrtime.bigint()))
  if (!("release" in taken)) continue
  held++
  const room = join(inside!, "room")
  try {
    mkdirSync(room)
    rmdirSync(room)
  } catch {
    overlaps++
  }
  taken.release()
}
process.stdout.write(JSON.stringify({ held, overlaps }))
