import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import fc from "fast-check"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { serve } from "../src/pages/serve.ts"

/** Sends bytes as they are and gives the status line of the answer; empty when the connection ends without one. */
const sent = (port: number, bytes: string | Uint8Array): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes))
    let text = ""
    socket.setEncoding("latin1").on("data", (piece: string) => {
      text += piece
      if (text.includes("\r\n\r\n")) socket.destroy()
    })
    socket.on("error", () => undefined).on("close", () => resolve(text.split("\r\n")[0]!))
    socket.setTimeout(2000, () => socket.destroy())
  })

const request = (target: string): string => `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`

const page = Effect.acquireRelease(
  Effect.sync(() => {
    const folder = mkdtempSync(join(tmpdir(), "rulescope-page-"))
    writeFileSync(
      join(folder, "index.html"),
      `<meta http-equiv="Content-Security-Policy" content="default-src 'self'" /><title>here</title>`
    )
    return folder
  }),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
)

const beside = (path: string) => {
  if (path === "/said") return Effect.fail({ message: "the study is damaged; run it again" })
  if (path === "/defect") return Effect.die(new Error("a bug"))
  return path === "/text.json" ? Effect.succeed("1") : Effect.succeed(null)
}

const served = Effect.flatMap(page, (folder) => serve(folder, 0, beside))

describe("the server of a page", () => {
  it.live("answers a request that names nothing with a status, and goes on", () =>
    Effect.gen(function* () {
      const port = yield* served
      const statuses = yield* Effect.promise(() =>
        Promise.all(
          ["/%", "//", "http://[", "/%c0%af", "/%00", "*", "/%2e%2e/%2e%2e/etc/passwd", "/"].map((target) =>
            sent(port, request(target))
          )
        )
      )
      assert.deepStrictEqual(
        statuses.map((line) => Number(line.split(" ")[1])),
        [400, 400, 400, 400, 404, 404, 404, 200]
      )
    }).pipe(Effect.scoped)
  )

  it.live("answers 500 with the sentence where what it reads from fails, also by a bug, and goes on", () =>
    Effect.gen(function* () {
      const url = `http://127.0.0.1:${yield* served}`
      const said = yield* Effect.promise(() => fetch(`${url}/said`))
      assert.strictEqual(said.status, 500)
      assert.strictEqual(yield* Effect.promise(() => said.text()), "the study is damaged; run it again")
      assert.strictEqual((yield* Effect.promise(() => fetch(`${url}/defect`))).status, 500)
      assert.strictEqual((yield* Effect.promise(() => fetch(`${url}/text.json`))).status, 200)
    }).pipe(Effect.scoped)
  )

  it.live("outlives whatever bytes it is sent", () =>
    Effect.gen(function* () {
      const port = yield* served
      const target = fc.string({ unit: fc.constantFrom(...Array.from("/%.[]:@?#\\*http0aF")), maxLength: 40 })
      const bytes = fc.oneof(
        target.map(request),
        fc.uint8Array({ maxLength: 200 }),
        fc.tuple(target, fc.string()).map(([path, host]) => `GET /${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
      )
      yield* Effect.promise(() =>
        fc.assert(
          fc.asyncProperty(bytes, async (one) => {
            void sent(port, one)
            assert.match(await sent(port, request("/")), / 200 /)
          }),
          { seed: 17, numRuns: 300 }
        )
      )
    }).pipe(Effect.scoped)
  )

  it.live("lets no other origin embed what it serves, refusals neither", () =>
    Effect.gen(function* () {
      const url = `http://127.0.0.1:${yield* served}`
      for (const path of ["/", "/text.json", "/nothing", "/said"]) {
        const { headers } = yield* Effect.promise(() => fetch(url + path))
        assert.strictEqual(headers.get("cross-origin-resource-policy"), "same-origin", path)
        assert.strictEqual(headers.get("x-content-type-options"), "nosniff", path)
      }
    }).pipe(Effect.scoped)
  )

  it.live.each([-1, 65_536, 99_999])("refuses port %d with a sentence", (port) =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Effect.scoped(serve(yield* page, port)))
      assert.include(error.message, "is not between 0 and 65535; choose another --port")
    }).pipe(Effect.scoped)
  )
})
