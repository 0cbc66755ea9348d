import { useEffect, useState } from "react"
import type { Failure } from "../run/protocol.ts"
import { tooLarge } from "../world/size.ts"
import { filesFor } from "./files.ts"
import type { Shown } from "./studio.ts"
import { useStudio } from "./StudioProvider.tsx"

/** Typing changes a draft with every key; generation begins when it rests. */
const restMs = 200

/** The recordings that the draft's generator gives, made anew when it changes. */
export const useShown = (): Shown => {
  const { laboratory, state } = useStudio()
  const { draft, files } = state
  const { generator } = draft
  const seed = typeof draft.seed === "number" ? draft.seed : 1
  const [shown, setShown] = useState<Shown>({ kind: "loading" })
  useEffect(() => {
    let current = true
    const timer = setTimeout(() => {
      if (tooLarge(generator)) return setShown({ kind: "too large" })
      laboratory.generate(generator, seed, filesFor(generator, files)).then(
        (recordings) => current && setShown({ kind: "ready", recordings }),
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
