import type { Headline } from "../data/headline.ts"
import { joined, spelt, type Style, wrapped } from "./style.ts"

/** What stands above every drawing: the rule, how it was read, on how much, and the truth if known. */
export const heading = ({ reading, rules, support, truth }: Headline, style: Style): ReadonlyArray<string> => {
  const one = rules.length === 1 ? rules[0] : `between ${rules[0]} and ${rules[1]}`
  const title = one.length <= style.width || rules.length === 1 ? [one] : [`between ${rules[0]}`, `and ${rules[1]}`]
  const facts = [reading, support].flatMap((phrases) =>
    joined(
      phrases.map((text) => spelt(text, style)),
      ` ${style.dot} `,
      style.width
    )
  )
  const lines = [
    ...title.flatMap((text) => wrapped(spelt(text, style), style.width)).map((line) => style.paint("strong", line)),
    ...facts.map((line) => style.paint("muted", line))
  ]
  if (truth === null) return lines
  const said = `${truth.agrees ? style.tick : style.cross} ${spelt(truth.text, style)}`
  return [...lines, ...wrapped(said, style.width).map((line) => style.paint(truth.agrees ? "right" : "wrong", line))]
}
