import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** A folder that goes with the process. */
export const scratch = mkdtempSync(join(tmpdir(), "rulescope-fuzz-"))

process.on("exit", () => rmSync(scratch, { recursive: true, force: true }))
