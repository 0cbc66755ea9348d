import { Effect } from "effect"
import { Command } from "effect/cli"
import { builtPage } from "../pages/builtPage.ts"
import { openInBrowser } from "../pages/openInBrowser.ts"
import { serve } from "../pages/serve.ts"
import { pageFlags, print } from "./flags.ts"

export const studio = Command.make(
  "studio",
  pageFlags,
  Effect.fn("studio")(function* ({ open, port }) {
    const folder = yield* builtPage("studio")
    return yield* Effect.scoped(
      Effect.gen(function* () {
        const url = `http://127.0.0.1:${yield* serve(folder, port)}/`
        yield* print(`Rulescope Studio is at ${url} until Ctrl-C; nothing leaves this machine`)
        if (open) yield* openInBrowser(url)
        return yield* Effect.never
      })
    )
  })
).pipe(Command.withDescription("Open the laboratory in the browser, served on this machine alone"))
