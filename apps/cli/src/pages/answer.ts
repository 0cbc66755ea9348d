import { Effect } from "effect"
import { readFile } from "node:fs/promises"
import type { IncomingMessage, ServerResponse } from "node:http"
import { extname, join, normalize } from "node:path"

const types: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".json", "application/json"],
  [".jsonl", "application/jsonl; charset=utf-8"],
  [".wasm", "application/wasm"]
])

/** Why something beside the page cannot be served, one sentence with its remedy. */
interface Unserved {
  readonly message: string
}

/** What is served beside the page by its path, such as "/study/rows.jsonl"; null where there is nothing. */
export type Beside = (path: string) => Effect.Effect<string | null, Unserved>

/** What a server of a page answers from. */
export interface Served {
  /** Folder of the built page. */
  readonly folder: string
  /** The page's content security policy. */
  readonly policy: string
  readonly beside: Beside
}

/** A page elsewhere that makes its own name point here must not read what this one serves. */
const isLoopback = (host: string | undefined): boolean =>
  /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host ?? "")

/** The path that a request names; null when it names none. */
const pathOf = (target: string): string | null => {
  try {
    const { pathname } = new URL(target, "http://localhost")
    return normalize(pathname === "/" ? "/index.html" : decodeURIComponent(pathname))
  } catch {
    return null
  }
}

/** Headers of every answer, refusals too: no page of another origin embeds, reads or opens what is served here. */
const closed = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff"
}

/** Ends an answer with a status and, where there is one, a sentence. */
export const refuse = (response: ServerResponse, status: number, sentence = ""): void => {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { ...closed, "content-type": "text/plain; charset=utf-8" }).end(sentence)
}

/** Answers one request. What it throws is for the server to answer. */
export const answer = async (
  { beside, folder, policy }: Served,
  { headers, method, url }: IncomingMessage,
  response: ServerResponse
): Promise<void> => {
  if (!isLoopback(headers.host)) return refuse(response, 421)
  if (method !== "GET" && method !== "HEAD") return refuse(response, 405)
  const path = pathOf(url ?? "/")
  if (path === null) return refuse(response, 400)
  const found = await Effect.runPromise(Effect.result(beside(path)))
  if (found._tag === "Failure") return refuse(response, 500, found.failure.message)
  const content = found.success ?? (await readFile(join(folder, path)).catch(() => null))
  if (content === null) return refuse(response, 404)
  response.writeHead(200, {
    ...closed,
    "content-type": types.get(extname(path)) ?? "application/octet-stream",
    "content-security-policy": policy,
    "cache-control": path.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-cache"
  })
  response.end(method === "HEAD" ? undefined : content)
}
