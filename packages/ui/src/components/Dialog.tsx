import { type ReactNode, useEffect, useId, useRef } from "react"
import { useTexts } from "../language/LanguageProvider.tsx"
import { uiTexts } from "../language/uiTexts.ts"
import { Button } from "./Button.tsx"

interface DialogProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A modal dialogue: the browser keeps the focus inside and closes it on Escape. */
export const Dialog = ({ children, onClose, open, title }: DialogProps) => {
  const texts = useTexts(uiTexts)
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])
  return (
    <dialog ref={dialog} className="rs-dialog" aria-labelledby={heading} onClose={onClose}>
      {open && (
        <>
          <header className="rs-dialog-head">
            <h2 id={heading}>{title}</h2>
            <Button kind="quiet" onClick={onClose}>
              {texts.close}
            </Button>
          </header>
          {children}
        </>
      )}
    </dialog>
  )
}
