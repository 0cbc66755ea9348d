import { Effect } from "effect"
import { readFile } from "node:fs/promises"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { extname, join, normalize } from "node:path"
import { BadInput } from "../Exit.ts"

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".jsonl": "application/jsonl; charset=utf-8",
  ".wasm": "application/wasm"
}

/** The page states its policy itself; the header repeats it, so that workers are bound too and nobody frames the page. */
const policyOf = (html: string): string => {
  const stated = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)
  if (stated === null) throw new Error("the page states no content security policy")
  return `${stated[1]!}; frame-ancestors 'none'`
}

/** A page elsewhere that makes its own name point here must not read what this one serves. */
const isLoopback = (host: string | undefined): boolean =>
  /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host ?? "")

/** What is served beside the page by its path, such as "/study/rows.jsonl"; null where there is nothing. */
export type Beside = (path: string) => Effect.Effect<string | null>

const contentOf = async (folder: string, beside: Beside, path: string): Promise<string | Buffer | null> =>
  (await Effect.runPromise(beside(path))) ?? (await readFile(join(folder, path)).catch(() => null))

const answer = async (
  folder: string,
  policy: string,
  beside: Beside,
  request: IncomingMessage,
  response: ServerResponse
) => {
  const refuse = (status: number) => void response.writeHead(status).end()
  if (!isLoopback(request.headers.host)) return refuse(421)
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405)
  const { pathname } = new URL(request.url ?? "/", "http://localhost")
  const path = normalize(pathname === "/" ? "/index.html" : decodeURIComponent(pathname))
  const content = await contentOf(folder, beside, path)
  if (content === null) return refuse(404)
  response.writeHead(200, {
    "content-type": types[extname(path)] ?? "application/octet-stream",
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": path.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-cache"
  })
  response.end(request.method === "HEAD" ? undefined : content)
}

/** Serves the files of a built page on this machine alone until the scope ends; gives the port. */
export const serve = Effect.fn("serve")(function* (
  folder: string,
  port: number,
  beside: Beside = () => Effect.succeed(null)
) {
  const html = yield* Effect.promise(() => readFile(join(folder, "index.html"), "utf8"))
  const policy = policyOf(html)
  const server = yield* Effect.acquireRelease(
    Effect.sync(() => createServer((request, response) => void answer(folder, policy, beside, request, response))),
    (open) =>
      Effect.sync(() => {
        open.close()
        open.closeAllConnections()
      })
  )
  return yield* Effect.callback<number, BadInput>((resume) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE" ? `port ${port} is in use` : `port ${port} cannot be used (${error.code})`
      resume(Effect.fail(new BadInput({ reason, remedy: "choose another --port, or 0 for any that is free" })))
    })
    server.listen(port, "127.0.0.1", () => resume(Effect.succeed((server.address() as AddressInfo).port)))
  })
})
