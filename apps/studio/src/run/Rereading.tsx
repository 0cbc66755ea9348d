import { Button, Notice, Progress, useTexts } from "@rulescope/ui"
import { useEffect, useState } from "react"
import { FailureText } from "../FailureText.tsx"
import { useStudio } from "../state/StudioProvider.tsx"
import { texts } from "../texts/texts.ts"

/** A reading that goes on, how long it has taken, and the way to end it: in view wherever the page is scrolled to. */
export const Rereading = () => {
  const say = useTexts(texts).run
  const { cancelReading, state } = useStudio()
  const { rereading } = state
  if (rereading === null) return null
  return (
    <div className="run-rereading">
      {rereading.failure === null ? (
        <Notice
          kind="info"
          title={say.rereading(rereading.inferrer)}
          actions={<Button onClick={cancelReading}>{say.cancelReading}</Button>}
        >
          <Elapsed key={rereading.inferrer} />
        </Notice>
      ) : (
        <Notice kind="bad" title={say.failed}>
          <FailureText failure={rereading.failure} />
        </Notice>
      )}
    </div>
  )
}

/** Nobody knows how long a reading takes; that it goes on can be seen. */
const Elapsed = () => {
  const say = useTexts(texts).run
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const begun = performance.now()
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - begun) / 1000)), 500)
    return () => clearInterval(timer)
  }, [])
  return <Progress label={say.forSeconds(seconds)} />
}
