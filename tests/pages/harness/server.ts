import { createReadStream, existsSync, statSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { extname, join, normalize } from "node:path"
import { root } from "../../../scripts/workspaces.ts"

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".wasm": "application/wasm"
}

export interface Site {
  /** Where the page lies, with a slash at its end. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** A web server that knows nothing of Rulescope and serves a built page from a folder below its root. */
export const serve = (page: string, below = "/lab/here/"): Promise<Site> => {
  const folder = join(root, "apps", page, "page")
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname
    const file = path.startsWith(below) ? join(folder, normalize(`/${path.slice(below.length)}`)) : ""
    const found = existsSync(file) && statSync(file).isDirectory() ? join(file, "index.html") : file
    if (!existsSync(found)) return void response.writeHead(404).end()
    response.writeHead(200, { "content-type": types[extname(found)] ?? "application/octet-stream" })
    createReadStream(found).pipe(response)
  })
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo
      resolve({
        url: `http://127.0.0.1:${port}${below}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          })
      })
    })
  })
}
