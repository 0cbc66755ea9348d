import { homedir } from "node:os"
import { join } from "node:path"

/** `$RULESCOPE_CACHE`, or `rulescope` in the user's cache folder. */
export const defaultFolder = (): string =>
  process.env["RULESCOPE_CACHE"] ?? join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "rulescope")

/** Folder of the native installation: `$RULESCOPE_NATIVE`, or `native` in the cache folder. */
export const nativeFolder = (): string => process.env["RULESCOPE_NATIVE"] ?? join(defaultFolder(), "native")
