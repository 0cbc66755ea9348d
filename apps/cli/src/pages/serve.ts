import { Effect } from "effect"
import { readFile } from "node:fs/promises"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { BadInput } from "../Exit.ts"
import { answer, type Beside, refuse, type Served } from "./answer.ts"

/** The page states its policy itself; the header repeats it, so that workers are bound too and nobody frames the page. */
const policyOf = (html: string): string => {
  const stated = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)
  if (stated === null) throw new Error("the page states no content security policy")
  return `${stated[1]!}; frame-ancestors 'none'`
}

/** The one place where what an answer throws is caught: nothing that a request or a file holds ends the server. */
const serverOf = (served: Served): Server =>
  createServer((request, response) => {
    response.on("error", () => response.destroy())
    answer(served, request, response).catch((cause: unknown) => refuse(response, 500, String(cause)))
  })

const portRemedy = "choose another --port, or 0 for any that is free"

/** Serves the files of a built page on this machine alone until the scope ends; gives the port. */
export const serve = Effect.fn("serve")(function* (
  folder: string,
  port: number,
  beside: Beside = () => Effect.succeed(null)
) {
  if (port < 0 || port > 65_535) {
    return yield* new BadInput({ reason: `port ${port} is not between 0 and 65535`, remedy: portRemedy })
  }
  const html = yield* Effect.promise(() => readFile(join(folder, "index.html"), "utf8"))
  const served: Served = { folder, policy: policyOf(html), beside }
  const server = yield* Effect.acquireRelease(
    Effect.sync(() => serverOf(served)),
    (open) =>
      Effect.sync(() => {
        open.close()
        open.closeAllConnections()
      })
  )
  return yield* Effect.callback<number, BadInput>((resume) => {
    // It stays: a server that cannot take one more connection says so here, and goes on.
    server.on("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE" ? `port ${port} is in use` : `port ${port} cannot be used (${error.code})`
      resume(Effect.fail(new BadInput({ reason, remedy: portRemedy })))
    })
    server.listen(port, "127.0.0.1", () => resume(Effect.succeed((server.address() as AddressInfo).port)))
  })
})
