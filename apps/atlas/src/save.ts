/** Gives the user a file; it goes from the page to the disk and nowhere else. */
export const save = (name: string, type: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  // The browser reads the blob after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** A name as files may have it. */
export const fileName = (...parts: ReadonlyArray<string>): string =>
  parts
    .map((part) => part.replaceAll(/[^\p{L}\p{N}_-]+/gu, "-").replaceAll(/^-+|-+$/g, ""))
    .filter((part) => part !== "")
    .join("-")
