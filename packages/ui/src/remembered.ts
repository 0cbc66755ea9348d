/** Where choices of look and language outlive a visit. */
const key = (name: string): string => `rulescope/${name}`

/** A choice kept earlier, if it is one of `allowed`. */
export const remembered = <const A extends string>(name: string, allowed: ReadonlyArray<A>): A | undefined => {
  try {
    const value = localStorage.getItem(key(name))
    return allowed.find((one) => one === value)
  } catch {
    // Storage may be forbidden; the page works without.
    return undefined
  }
}

export const remember = (name: string, value: string): void => {
  try {
    localStorage.setItem(key(name), value)
  } catch {
    // As above.
  }
}
