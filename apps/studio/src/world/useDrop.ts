import type { PickedFiles } from "@rulescope/ui"
import { later } from "../later.ts"
import { configValue } from "../state/draft.ts"
import { bytesOf } from "../state/files.ts"
import { useStudio } from "../state/StudioProvider.tsx"

/** Takes whatever is dropped: a kept run or a spec is opened, everything else is a recording. */
export const useDrop = (): ((picked: PickedFiles) => void) => {
  const { dispatch, laboratory, nextId, state } = useStudio()
  const take = async (picked: PickedFiles): Promise<void> => {
    const read = await bytesOf(picked)
    const { openRun } = await later.openRun()
    const opened = openRun(read, nextId)
    if (opened !== null) {
      if (!opened.ok) return dispatch({ kind: "trouble", trouble: opened.why })
      const held = new Map([...state.files, ...opened.files])
      dispatch({ kind: "files", files: held, draft: opened.draft })
      if (opened.model !== null) laboratory.adopt(opened.model.key, opened.model.bytes)
      if (opened.run !== null) dispatch({ kind: "opened", run: opened.run, draft: opened.draft })
      return
    }
    // A spec that waits for its recording keeps the settings that it came with.
    const { generator } = state.draft
    const waiting = generator.id === "recording" && configValue(generator, "path") === picked.name
    dispatch({
      kind: "files",
      files: new Map([...state.files, [picked.name, read]]),
      draft: {
        ...state.draft,
        generator: waiting ? generator : { id: "recording", config: { path: picked.name } }
      }
    })
    dispatch({ kind: "view", view: "world" })
  }
  return (picked) => void take(picked)
}
