import { Effect } from "effect"
import { spawn } from "node:child_process"

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...ReadonlyArray<string>]>>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""]
}

/** Asks the desktop to open an address. Where there is none nothing happens: the address has been printed. */
export const openInBrowser = (url: string): Effect.Effect<void> =>
  Effect.sync(() => {
    const [command, ...args] = openers[process.platform] ?? ["xdg-open"]
    const child = spawn(command, [...args, url], { stdio: "ignore", detached: true })
    child.on("error", () => undefined)
    child.unref()
  })
