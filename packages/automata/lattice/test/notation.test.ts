import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  elementary,
  explain,
  type Family,
  formatRule,
  isotropic,
  lifeLike,
  map,
  readRule,
  type Rule
} from "../src/index.ts"
import { labelsOf } from "./worlds.ts"
import { families, twoStates } from "./twoStates.ts"

const read = (text: string): Rule => {
  const result = readRule(twoStates, text)
  if (!result.ok) throw new Error(explain(result.error))
  return result.value
}

const life = "MAPARYXfhZofugWaH7oaIDogBZofuhogOiAaIDogIAAgAAWaH7oaIDogGiA6ICAAIAAaIDogIAAgACAAIAAAAAAAA"

describe("what users write", () => {
  it.each([
    ["B36/S23", "B36/S23"],
    ["b36s23", "B36/S23"],
    ["23/36", "B36/S23"],
    ["S23/B36", "B36/S23"],
    ["s23b36", "B36/S23"],
    ["B36_S23", "B36/S23"],
    ["23_36", "B36/S23"],
    ["  B36 / S23 ", "B36/S23"],
    ["B 3 6\tS 2 3", "B36/S23"],
    ["B63/S32", "B36/S23"],
    ["B33/S2323", "B3/S23"],
    ["B3/23", "B3/S23"],
    ["23/B3", "B3/S23"],
    ["B3", "B3/S"],
    ["S23", "B/S23"],
    ["B3/", "B3/S"],
    ["/3", "B3/S"],
    ["23/", "B/S23"],
    ["/", "B/S"],
    ["B/S", "B/S"],
    ["B0/S8", "B0/S8"],
    ["b012345678/s012345678", "B012345678/S012345678"]
  ])("life-like: %j is %s", (text, canonical) => {
    expect(read(text).family).toBe(lifeLike)
    expect(formatRule(read(text))).toBe(canonical)
  })

  it.each([
    ["B2-a/S12", "B2-a/S12"],
    ["b2cekin/s12", "B2-a/S12"],
    ["B2 - a / S12", "B2-a/S12"],
    ["12/2-a", "B2-a/S12"],
    ["B2a2c/S", "B2ac/S"],
    ["B4ACE/S", "B4ace/S"],
    ["B4aceijkn/S4aceijknq", "B4aceijkn/S4-rtwyz"],
    ["B4-aceijk/S4aceijkn", "B4nqrtwyz/S4aceijkn"],
    ["B1c/S1-c", "B1c/S1e"],
    ["B3aeijkq4-ceq/S2", "B3-cnry4-ceq/S2"]
  ])("isotropic: %j is %s", (text, canonical) => {
    expect(read(text).family).toBe(isotropic)
    expect(formatRule(read(text))).toBe(canonical)
  })

  it("letters that name a whole count make a life-like rule", () => {
    expect(read("B2aceikn/S4-aceijknqrtwyz").family).toBe(lifeLike)
    expect(formatRule(read("B2aceikn/S4-aceijknqrtwyz"))).toBe("B2/S")
  })

  it.each([
    ["W110", "W110"],
    ["w30", "W30"],
    [" W 0 ", "W0"],
    ["W031", "W31"],
    ["W255", "W255"]
  ])("elementary: %j is %s", (text, canonical) => {
    expect(read(text).family).toBe(elementary)
    expect(formatRule(read(text))).toBe(canonical)
  })

  it("MAP with or without padding", () => {
    for (const text of [life, `${life}==`, ` ${life} `, life.replace("MAP", "map")]) {
      expect(read(text).family).toBe(map)
      expect(formatRule(read(text))).toBe(life)
    }
  })

  it("MAP bits have the meaning that Golly gives them", () => {
    const { labels } = read(life)
    labels.forEach((label, pattern) => {
      const cells = [...pattern.toString(2).padStart(9, "0")].map(Number)
      const neighbours = cells.reduce((sum, cell) => sum + cell, 0) - cells[4]!
      expect(label).toBe(neighbours === 3 || (neighbours === 2 && cells[4] === 1) ? 1 : 0)
    })
  })

  it("elementary numbers have the meaning that Wolfram gives them", () => {
    const { labels } = read("W110")
    expect(["111", "110", "101", "100", "011", "010", "001", "000"].map((p) => labels[Number.parseInt(p, 2)])).toEqual([
      0, 1, 1, 0, 1, 1, 1, 0
    ])
  })
})

describe("every family reads what it prints", () => {
  it.each(families.map((family) => [family.id, family] as const))("%s", (_, family) => {
    fc.assert(
      fc.property(labelsOf(family.classes.length), (labels) => {
        const text = family.format(labels)
        const result = family.parse(text)
        expect(result).toEqual({ ok: true, value: labels })
        const rule = read(text)
        expect(family.format(labels)).toBe(formatRule({ family, labels }))
        // parseRule answers in the simplest family that holds the notation.
        expect(formatRule(rule)).toBe(text)
      }),
      { numRuns: 300 }
    )
  })
})

describe("a bad rule string says where, why and what is allowed", () => {
  const bad: ReadonlyArray<readonly [text: string, at: number, reason: string, allowed: string]> = [
    ["", 0, "an empty rule", "B36/S23"],
    ["36", 2, "no birth part", "23/36"],
    ["B39/S23", 2, "9 is not a neighbour count", "0 to 8"],
    ["B3/S23/4", 6, "a second separator", "two states"],
    ["23/3/3", 4, "a second separator", "two states"],
    ["B3/S23B4", 6, "a second B part", "B…/S…"],
    ["B3B4", 2, "a second B part", "B…/S…"],
    ["B3/S2S3", 5, "a second S part", "B…/S…"],
    ["23/3B4", 4, "a third part", "B…/S…"],
    ["B3S23/", 5, "a separator after both parts", "B…/S…"],
    ["B3x/S23", 2, '"x" is not a letter of count 3', "aceijknqry"],
    ["B2j/S23", 2, '"j" is not a letter of count 2', "aceikn"],
    ["B8c/S", 2, '"c" is not a letter of count 8', "takes no letters"],
    ["B0e/S", 2, '"e" is not a letter of count 0', "takes no letters"],
    ["B2-/S12", 3, "no letter of count 2 after the minus", "aceikn"],
    ["B8-/S12", 3, "nothing to leave out of 8", "takes no letters"],
    ["B2a-c/S", 3, "a minus after letters", "2-a"],
    ["B2--a/S", 3, "no letter of count 2 after the minus", "aceikn"],
    ["B2a2/S", 3, "count 2 stands twice and differs", "once"],
    ["B2-a2c/S", 4, "count 2 stands twice and differs", "once"],
    ["B/S2-a2-c", 6, "count 2 stands twice and differs", "once"],
    ["-3/23", 0, 'unexpected "-"', "B36/S23"],
    ["B3,S23", 2, '"," is not a letter of count 3', "aceijknqry"],
    ["R5,C0,M1", 0, 'unexpected "R"', "B36/S23"],
    ["B3/S23:T64,64", 6, "a topology suffix", "boundary"],
    ["B2/S34H", 6, '"H" means a hexagonal neighbourhood', "Moore"],
    ["B13/S012V", 8, '"V" means a von Neumann neighbourhood', "Moore"],
    ["W", 1, "no rule number", "W0 to W255"],
    ["W300", 1, "300 is too large", "W0 to W255"],
    ["W110x", 4, 'unexpected "x"', "W0 to W255"],
    ["W1.5", 2, 'unexpected "."', "W0 to W255"],
    ["W30:T9,9", 3, "a topology suffix", "boundary"],
    ["WireWorld", 1, 'unexpected "i"', "W0 to W255"],
    ["MAP", 3, "0 base64 digits", "86"],
    ["MAPABC", 6, "3 base64 digits", "86"],
    [`${life}A`, 89, "87 base64 digits", "86"],
    [life.replace("7", "?"), life.indexOf("7"), '"?" is not a base64 digit', "A-Z a-z 0-9 + /"],
    [life.replace("7", "="), life.indexOf("7"), '"=" is not a base64 digit', "A-Z a-z 0-9 + /"],
    [`${life}:T8,8`, 89, "a topology suffix", "boundary"]
  ]

  it.each(bad)("%j at %i", (text, at, reason, allowed) => {
    const result = readRule(twoStates, text)
    if (result.ok) throw new Error(`read as ${formatRule(result.value)}`)
    expect(result.error).toMatchObject({ text, at, reason })
    expect(result.error.allowed).toContain(allowed)
  })

  it.each<readonly [Family, string, number, string]>([
    [lifeLike, "B2-a/S12", 2, "letters of count 2"],
    [lifeLike, "B3/S4w", 5, "letters of count 4"],
    [lifeLike, "B3/S29", 5, "9 is not a neighbour count"],
    [isotropic, "W110", 0, 'unexpected "W"'],
    [map, "B3/S23", 0, "a MAP rule begins with MAP"],
    [elementary, "B3/S23", 0, "an elementary rule begins with W"]
  ])("$0.id does not read %j", (family, text, at, reason) => {
    expect(family.parse(text)).toMatchObject({ ok: false, error: { text, at, reason } })
  })

  it("never throws, and points into the text", () => {
    const characters = fc.constantFrom(...Array.from("BbSs/_0123456789-acekinjqrytwz xHV:?W=MAP\t"))
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 14 }), (text) => {
        const result = readRule(twoStates, text)
        const sound = result.ok
          ? result.value.labels.length === result.value.family.classes.length
          : result.error.at >= 0 &&
            result.error.at <= result.error.text.length &&
            explain(result.error).includes(result.error.reason)
        expect(sound).toBe(true)
      }),
      { numRuns: 1000 }
    )
  })
})

describe("explain", () => {
  const explained = (text: string): string => {
    const result = readRule(twoStates, text)
    return result.ok ? "" : explain(result.error)
  }

  it("puts a caret under the character at fault", () => {
    expect(explained("B39/S23")).toBe(
      ["9 is not a neighbour count at character 3; counts are 0 to 8", "  B39/S23", "    ^"].join("\n")
    )
  })

  it("puts it behind the text when something is missing", () => {
    expect(explained("B2-")).toBe(
      ["no letter of count 2 after the minus at the end; its letters are aceikn", "  B2-", "     ^"].join("\n")
    )
  })

  it("shows the surroundings of a fault in a long text", () => {
    const text = `${life.slice(0, 80)}?${life.slice(81)}`
    const [first, shown, caret] = explained(text).split("\n")
    expect(first).toBe('"?" is not a base64 digit at character 81; digits are A-Z a-z 0-9 + /')
    expect(shown!.length).toBeLessThanOrEqual(68)
    expect(shown![caret!.indexOf("^")]).toBe("?")
    expect(shown).toMatch(/^ {2}\.\.\./)
  })

  it("shows the beginning of a long text with a fault there", () => {
    const [, shown, caret] = explained(`MAP?${life.slice(4)}`).split("\n")
    expect(shown).toMatch(/^ {2}MAP\?.*\.\.\.$/)
    expect(caret!.indexOf("^")).toBe(5)
  })

  it("has nothing to point at in an empty text", () => {
    expect(explained("")).toBe("an empty rule; write B…/S… such as B36/S23, or survival/birth counts such as 23/36")
  })
})

describe("long texts are read in time that grows with their length alone", () => {
  // Each of these took 10 to 20 seconds when every character was compared with all before it.
  it("a count repeated, with and without letters", () => {
    expect(formatRule(read(`B${"3".repeat(100_000)}/S23`))).toBe("B3/S23")
    expect(formatRule(read(`B2${"ce".repeat(50_000)}/S1${"c1e".repeat(30_000)}`))).toBe("B2ce/S1")
  })

  it("padding that belongs to nothing, and blanks", () => {
    expect(readRule(twoStates, `MAP${"=".repeat(100_000)}`).ok).toBe(false)
    expect(readRule(twoStates, `MAP${"= ".repeat(50_000)}A`).ok).toBe(false)
    expect(formatRule(read(`B3${" ".repeat(100_000)}/S23`))).toBe("B3/S23")
  })
})
