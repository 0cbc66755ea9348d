/** SVG as text. No DOM: the same bytes in Node, in a browser and in a worker. */

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** Text with the characters escaped that XML reserves; those that XML cannot hold are dropped. */
export const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    // oxlint-disable-next-line no-control-regex -- exactly the characters that XML 1.0 forbids
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")

/** A length in user units, two decimals. A number that is not finite is a defect of the drawing and throws. */
export const length = (value: number): string => {
  if (!Number.isFinite(value)) throw new Error(`a length in a figure is ${value}`)
  return String(Math.round(value * 100) / 100 + 0)
}

/** One element; attributes that are undefined are left out, children are markup already. */
export const tag = (name: string, attributes: Attributes, ...children: ReadonlyArray<string>): string => {
  let opening = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) opening += ` ${key}="${typeof value === "number" ? length(value) : escaped(value)}"`
  }
  const inner = children.join("")
  return inner === "" ? `${opening}/>` : `${opening}>${inner}</${name}>`
}

/** Markup moved by (x, y). */
export const moved = (x: number, y: number, ...children: ReadonlyArray<string>): string =>
  children.every((child) => child === "")
    ? ""
    : tag("g", { transform: `translate(${length(x)},${length(y)})` }, ...children)
