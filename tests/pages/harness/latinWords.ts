import type { Page } from "playwright-core"

/**
 * Texts in which a Chinese page shows words in Latin letters, each once with those words. Texts that are what they are
 * in every language stand in `code`, `pre`, `kbd` or under `lang="en"`; of all others only words in `allowed` pass. Forms
 * that are folded away and attributes that screen readers say are looked at, too.
 */
export const latinWords = (page: Page, allowed: ReadonlyArray<string>): Promise<ReadonlyArray<string>> =>
  page.evaluate<ReadonlyArray<string>>(`(() => {
    const allowed = new Set(${JSON.stringify(allowed)})
    const same = "code, pre, kbd, [lang=en], .rs-rule, .rule-string, script, style, noscript"
    const texts = new Set()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement
      if (element.closest(same) !== null) continue
      if (node instanceof Element) {
        for (const name of ["aria-label", "title", "placeholder", "alt", "aria-roledescription", "label"]) {
          const value = node.getAttribute(name)
          if (value !== null) texts.add(value)
        }
      } else texts.add(node.data)
    }
    return [...texts].flatMap((text) => {
      // Rules and their classes are the same everywhere, and so are file names and what stands in quotation marks.
      const plain = text
        .replaceAll(/“[^”]*”|可用的字母是 [a-z]+/g, " ")
        .replaceAll(/\\bB[\\d/S-]*[a-z-]*\\d*\\/S[\\w-]*|\\b[BS]\\d[a-z-]*\\b|\\bMAP…|\\bW\\d+\\b|\\b[DC]\\d\\b/g, " ")
        .replaceAll(/[\\w.-]+\\.(?:json|jsonl|npz|npy|rle|zip|svg|csv|txt)\\b/g, " ")
      const words = (plain.match(/[A-Za-z][A-Za-z-]*[A-Za-z]/g) ?? []).filter((word) => !allowed.has(word))
      return words.length === 0 ? [] : [words.join(" ") + " | " + text.trim()]
    })
  })()`)
