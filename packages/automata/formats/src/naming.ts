/** A number in a file name with the letters before it: "gen" and 5 in "gen_005.rle". */
interface Numbered {
  readonly word: string
  readonly value: number
}

/** Words before the number of a generation. */
const ofGenerations = new Set([
  "g",
  "gen",
  "generation",
  "t",
  "time",
  "step",
  "frame",
  "f",
  "iter",
  "iteration",
  "tick"
])

const withoutEndings = (name: string): string => name.replace(/(?:\.[a-z][a-z0-9]{0,7})+$/i, "")

/** Numbers of more digits are dates or hashes. */
const mostDigits = 15

const numbersIn = (name: string): ReadonlyArray<Numbered> =>
  Array.from(withoutEndings(name).matchAll(/([a-z]*)[^a-z0-9]*(\d+)/gi), ([, word = "", digits = ""]) => ({
    word: word.toLowerCase(),
    value: digits.length > mostDigits ? Number.NaN : Number(digits)
  })).filter(({ value }) => !Number.isNaN(value))

const differ = (values: ReadonlyArray<number>): number => new Set(values).size

/** The place among the numbers of every name that counts the generations. */
const counting = (columns: ReadonlyArray<ReadonlyArray<Numbered>>): number => {
  const changes = columns.map((column) => differ(column.map(({ value }) => value)))
  const said = columns.findLastIndex((column, i) => changes[i]! > 1 && column.every((n) => ofGenerations.has(n.word)))
  if (said >= 0) return said
  const distinct = changes.lastIndexOf(columns[0]!.length)
  return distinct >= 0 ? distinct : Math.max(changes.lastIndexOf(Math.max(...changes)), 0)
}

/**
 * The generations that file names count, null for a name without a number.
 *
 * Of several numbers in all names that one counts which follows a word such as "gen" or "frame" and changes, else
 * the last that is another in each: "soup3_gen007_64x64.rle" is 7.
 */
export const generationsInNames = (names: ReadonlyArray<string>): ReadonlyArray<number | null> => {
  const found = names.map(numbersIn)
  const least = Math.min(...found.map(({ length }) => length))
  const alike = found.every(({ length }) => length === least)
  if (alike && least > 0) {
    const columns = Array.from({ length: least }, (_, i) => found.map((numbers) => numbers[i]!))
    return columns[counting(columns)]!.map(({ value }) => value)
  }
  return found.map((numbers) => {
    const said = numbers.findLast(({ word }) => ofGenerations.has(word))
    return (said ?? numbers.at(-1))?.value ?? null
  })
}
