import { type DragEvent, type ReactNode, useRef, useState } from "react"
import { useTexts } from "../language/LanguageProvider.tsx"
import { uiTexts } from "../language/uiTexts.ts"
import { Button } from "./Button.tsx"
import { droppedFiles, type PickedFiles, pickedFiles } from "./pickedFiles.ts"

interface FileDropProps {
  /** What may be dropped here. */
  readonly children: ReactNode
  readonly onFiles: (picked: PickedFiles) => void
  /** Offer a choice of whole folders; default true. */
  readonly folders?: boolean
  /** File extensions with their dots, for the file chooser; default all files. */
  readonly accept?: string
}

/** Takes files or a folder, dropped or chosen. They stay on the page. */
export const FileDrop = ({ accept, children, folders = true, onFiles }: FileDropProps) => {
  const texts = useTexts(uiTexts)
  const [over, setOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const onDrop = (event: DragEvent<HTMLDivElement>) => {
    event.preventDefault()
    setOver(false)
    void droppedFiles(event.dataTransfer).then(onFiles)
  }
  const chosen = (input: HTMLInputElement) => {
    if (input.files !== null && input.files.length > 0) onFiles(pickedFiles([...input.files]))
    // The same file may be chosen again, after it was corrected.
    input.value = ""
  }
  return (
    <div
      className={over ? "rs-drop rs-drop-over" : "rs-drop"}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {children}
      <div className="rs-row">
        <Button onClick={() => files.current?.click()}>{texts.chooseFiles}</Button>
        {folders && <Button onClick={() => folder.current?.click()}>{texts.chooseFolder}</Button>}
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={texts.chooseFiles}
        {...(accept === undefined ? {} : { accept })}
        onChange={(event) => chosen(event.currentTarget)}
      />
      {folders && (
        <input
          ref={folder}
          type="file"
          hidden
          aria-label={texts.chooseFolder}
          {...{ webkitdirectory: "" }}
          onChange={(event) => chosen(event.currentTarget)}
        />
      )}
    </div>
  )
}
