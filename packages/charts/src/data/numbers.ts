/** A count with commas between thousands; one decimal when it is a weight and not whole. */
export const grouped = (value: number): string => {
  const rounded = Number.isInteger(value) ? value : Math.round(value * 10) / 10
  const [whole, fraction] = String(Math.abs(rounded)).split(".")
  const digits = whole!.replaceAll(/\B(?=(\d{3})+$)/g, ",")
  return `${rounded < 0 ? "-" : ""}${digits}${fraction === undefined ? "" : `.${fraction}`}`
}

const prefixes = ["", "k", "M", "G", "T", "P"]

/** A count ≥ 0 in at most five characters, three significant digits from 10,000 on: "9999", "12.3k", "1.50M". */
export const compact = (value: number): string => {
  if (value < 1) return value === 0 ? "0" : String(Number(value.toPrecision(2)))
  if (Math.round(value) < 10_000) return String(Math.round(value))
  let power = Math.floor(Math.log10(value) / 3)
  // 999,999 would print as 1000k.
  if (Number((value / 1000 ** power).toPrecision(3)) >= 1000) power++
  return `${(value / 1000 ** power).toPrecision(3)}${prefixes[power] ?? `e${3 * power}`}`
}

/**
 * A fraction 0 to 1 as a percentage that never rounds up to 100: as many decimals as show the first two
 * digits of what is missing, so 0.99996 is "99.9960 %"; at most six, beyond them "> 99.9999 %".
 */
export const percent = (fraction: number): string => {
  if (fraction >= 1) return "100 %"
  const missing = 100 * (1 - fraction)
  const decimals = Math.max(1, Math.ceil(-Math.log10(missing)) + 1)
  if (decimals > 6) return "> 99.9999 %"
  const scale = 10 ** decimals
  return `${(Math.floor(100 * fraction * scale + 1e-6) / scale).toFixed(decimals)} %`
}

/** A posterior probability in few characters: "99.1 %", "> 99.99 %". */
export const confidenceText = (confidence: number): string =>
  confidence > 0.9999 ? "> 99.99 %" : `${(Math.floor(confidence * 1000 + 1e-6) / 10).toFixed(1)} %`

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

/** The number 10ᵏ as an axis label: "1", "10", "10³"; "1e3" in ASCII. */
export const powerOfTen = (exponent: number, ascii = false): string => {
  if (exponent === 0) return "1"
  if (exponent === 1) return "10"
  if (ascii) return `1e${exponent}`
  const digits = [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]!).join("")
  return `10${exponent < 0 ? "⁻" : ""}${digits}`
}

/** "1 class", "2 classes". */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${grouped(count)} ${count === 1 ? singular : plural}`
