import { Clock, Effect } from "effect"
import { dim, optionsOf } from "./Terminal.ts"

/** Milliseconds after which something that takes long is told for the first time, and between two plain lines. */
const patience = { first: 1000, live: 150, plain: 5000 }

/** Tells on stderr how far something is once it takes longer than a second. */
interface Ticker {
  readonly tell: (text: () => string) => Effect.Effect<void>
}

/** A ticker that clears its line with the scope. */
export const makeTicker = Effect.gen(function* () {
  const stream = process.stderr
  const options = optionsOf(stream)
  const now = Effect.map(Clock.monotonicTimeNanos, (nanos) => Number(nanos) / 1e6)
  let due = (yield* now) + patience.first
  let open = false
  const clear = () => {
    if (open) stream.write("\r\u001b[2K")
    open = false
  }
  yield* Effect.addFinalizer(() => Effect.sync(clear))
  const ticker: Ticker = {
    tell: (text) =>
      Effect.map(now, (at) => {
        if (at < due) return
        due = at + (options.live ? patience.live : patience.plain)
        clear()
        if (options.live) stream.write(dim(`  ${text()}`.slice(0, options.width - 1), options))
        else stream.write(`  ${text()}\n`)
        open = options.live
      })
  }
  return ticker
})
