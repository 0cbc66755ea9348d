import { useEffect, useState } from "react"
import { droppedFiles, type PickedFiles } from "./pickedFiles.ts"

interface DropAnywhereProps {
  /** What may be dropped, said while files are over the page. */
  readonly label: string
  readonly onFiles: (picked: PickedFiles) => void
}

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") === true

/** Takes files wherever they fall: dropped beside a marked place, the browser would leave the page for them. */
export const DropAnywhere = ({ label, onFiles }: DropAnywhereProps) => {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    // Leaving one element for another is no leaving of the page.
    const onDragLeave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      // A marked place has taken them already.
      if (event.defaultPrevented || event.dataTransfer === null || !holdsFiles(event)) return
      event.preventDefault()
      void droppedFiles(event.dataTransfer).then(onFiles)
    }
    addEventListener("dragover", onDragOver)
    addEventListener("dragleave", onDragLeave)
    addEventListener("drop", onDrop)
    return () => {
      removeEventListener("dragover", onDragOver)
      removeEventListener("dragleave", onDragLeave)
      removeEventListener("drop", onDrop)
    }
  }, [onFiles])
  return (
    <div className="rs-drop-anywhere" hidden={!over} aria-hidden="true">
      {label}
    </div>
  )
}
