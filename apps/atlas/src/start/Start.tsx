import { FileDrop, type PickedFiles, useTexts } from "@rulescope/ui"
import { texts } from "../texts/texts.ts"

/** What stands on the page before a study is open: what it is, where it comes from, and a place for it. */
export const Start = ({ onFiles }: { readonly onFiles: (picked: PickedFiles) => void }) => {
  const say = useTexts(texts).start
  return (
    <div className="start">
      <FileDrop onFiles={onFiles}>
        <h2>{say.title}</h2>
        <p>{say.drop}</p>
        <p className="rs-muted">{say.stays}</p>
      </FileDrop>
      <section className="start-how">
        <h2>{say.what}</h2>
        <p>{say.whatText}</p>
        <ol>
          {say.how.map(({ command, text }) => (
            <li key={command}>
              <span>{text}</span>
              <pre>{command}</pre>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
