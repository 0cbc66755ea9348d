import { useEffect, useState } from "react"
import type { Laboratory } from "../run/laboratory.ts"
import type { Failure } from "../run/protocol.ts"
import { tooLarge } from "../world/size.ts"
import { filesFor } from "./files.ts"
import type { Shown, StudioState } from "./studio.ts"

/** Typing changes a draft with every key; generation begins when it rests. */
const restMs = 200

/** The recordings that the draft's generator gives, made anew when it changes. */
export const useShown = (laboratory: Laboratory, { draft, files }: StudioState): Shown => {
  const { generator } = draft
  const seed = typeof draft.seed === "number" ? draft.seed : 1
  const [shown, setShown] = useState<Shown>({ kind: "loading" })
  useEffect(() => {
    let current = true
    const timer = setTimeout(() => {
      if (tooLarge(generator)) return setShown({ kind: "too large" })
      laboratory.generate(generator, seed, filesFor(generator, files)).then(
        (recordings) => current && setShown({ kind: "ready", recordings, of: JSON.stringify([generator, seed]) }),
        (failure: Failure) => current && setShown({ kind: "failed", failure })
      )
    }, restMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [laboratory, generator, seed, files])
  return shown
}
