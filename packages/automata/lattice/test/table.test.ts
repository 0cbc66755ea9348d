import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { explain, type Family, formatRule, type Rule, simulate, table } from "../src/index.ts"
import { gollyFrames, hasGolly } from "./golly.ts"
import { noise, soup } from "./worlds.ts"

const read = (text: string): Rule => {
  const result = table.parse(text)
  if (!result.ok) throw new Error(explain(result.error))
  return result.value
}

const written = (text: string): string => {
  const result = table.parse(text)
  return result.ok ? formatRule(result.value) : explain(result.error).split("\n")[0]!
}

/** Random next states; an empty surrounding stays empty, and most cells stay as they are. */
const anyRule = (family: Family, random: () => number): Rule => ({
  family,
  labels: Uint8Array.from(family.classes, ({ centre, lawful, live }) =>
    (centre === 0 && live === 0) || random() < 0.5 ? centre : lawful[Math.floor(random() * lawful.length)]!
  )
})

const small = [2, 3, 4].flatMap((states) =>
  ([1, 2] as const).flatMap((dimension) =>
    table.families({ states, dimension }).filter(({ neighbourhood: { offsets } }) => states ** offsets.length <= 20_000)
  )
)

/** A wire with two electrons: heads become tails, tails wire, wire a head beside one or two heads. */
const wire = `@RULE Wire
A comment that is no table
@TABLE
# first match wins
n_states:4
neighborhood:Moore
symmetries:permute
var a={0,1,2,3}
var b={a}
var c={0,2,3}
var d={c}
var e={c}
var f={c}
var g={c}
var h={c}
1,a,{0,1,2,3},{0,1,2,3},{0,1,2,3},{0,1,2,3},{0,1,2,3},{0,1,2,3},{0,1,2,3},2
2,a,{0,1,2,3},{0,1,2,3},{0,1,2,3},{0,1,2,3},{0,1,2,3},{0,1,2,3},{0,1,2,3},3
3,1,{0,2,3},c,d,e,f,g,h,1
3,1,1,c,d,e,f,g,h,1
@COLORS
1 0 128 255
`

describe("rule tables", () => {
  it("with variables mean what they say", () => {
    const { family, labels } = read(wire)
    expect(family.variant).toBe("4 Moore permute")
    family.classes.forEach(({ centre, name }, index) => {
      const heads = name
        .split(",")
        .slice(1)
        .filter((cell) => cell === "1").length
      const next = centre === 1 ? 2 : centre === 2 ? 3 : centre === 3 && (heads === 1 || heads === 2) ? 1 : centre
      // A variable that stands once holds any state, one that stands twice the same.
      expect([name, labels[index]]).toEqual([name, next])
    })
  })

  it("bind a variable to one state within a line", () => {
    const head = "@TABLE\nn_states:3\nneighborhood:oneDimensional\nsymmetries:none\nvar a={0,1,2}\n"
    expect(written(`${head}1,a,a,0\n2,a,0,a`)).toBe(
      ["@RULE Rulescope", "@TABLE", "n_states:3", "neighborhood:oneDimensional", "symmetries:none"]
        .concat(["1,0,0,0", "2,0,0,0", "1,1,1,0", "2,1,0,1", "1,2,2,0"])
        .join("\n")
    )
  })

  it("give the first line that fits its right", () => {
    const head = "@TABLE\nn_states:2\nneighborhood:vonNeumann\nsymmetries:rotate4\n"
    // One neighbour, once to the north and once to the south: the same under quarter turns.
    const born = read(`${head}010001\n000100`)
    expect(born).toEqual(read(`${head}010001`))
    expect(read(`${head}000100\n010001`)).toEqual(read(head))
    expect(born).not.toEqual(read(head))
  })

  it.each([
    ["B3/S23", "no @TABLE section at character 1; an @TABLE section as in Golly's .rule files"],
    ["@TABLE\nn_states:900", "900 states at character 8; 2 to 255 states"],
    ["@TABLE\nn_states:3\nneighborhood:Margolus", "the neighbourhood Margolus at character 19"],
    ["@TABLE\nn_states:3\nsymmetries:rotate8", "the symmetry rotate8 at character 30; vonNeumann has none"],
    ["@TABLE\nn_states:3\n0,1,5,0,0,1", '"5" is neither a state nor a variable at character 19; 3 states'],
    ["@TABLE\nn_states:3\n0,1,1,0,1", "5 entries at character 19; vonNeumann has 6 a line"],
    ["@TABLE\n000000", "no n_states before this line at character 8"],
    ["@TABLE\nn_states:60\nneighborhood:Moore\nsymmetries:none", "60 states on Moore with none at character 8"],
    ["@TREE\nnum_states=2", "no @TABLE section at character 1"]
  ])("%j are refused", (text, why) => expect(written(text)).toContain(why))

  it("are read as they are printed, on every grid with every symmetry", () => {
    fc.assert(
      fc.property(fc.constantFrom(...small), fc.integer(), (family, seed) => {
        const rule = anyRule(family, noise(seed))
        const again = read(formatRule(rule))
        expect(again.family).toBe(family)
        expect(again.labels).toEqual(rule.labels)
      }),
      { numRuns: 40 }
    )
  })

  it("say in their classes which patterns a symmetry cannot tell apart", () => {
    expect(small.map(({ classes, variant }) => `${variant} ${classes.length}`).slice(0, 14)).toEqual([
      "2 oneDimensional reflect 6",
      "2 oneDimensional permute 6",
      "2 oneDimensional none 8",
      "2 vonNeumann permute 10",
      "2 vonNeumann rotate4 12",
      "2 vonNeumann rotate4reflect 12",
      "2 hexagonal permute 14",
      "2 Moore permute 18",
      "2 vonNeumann reflect_horizontal 24",
      "2 hexagonal rotate6reflect 26",
      "2 hexagonal rotate6 28",
      "2 vonNeumann none 32",
      "2 Moore rotate8reflect 60",
      "2 Moore rotate8 72"
    ])
  })

  it.skipIf(!hasGolly)("are evolved by bgolly as by us, cell by cell (skipped where it is not installed)", () => {
    const plane = small.filter(({ neighbourhood: { dimension } }) => dimension === 2)
    const cases = plane.map((family, index) => {
      const rule = anyRule(family, noise(index))
      const [width, height] = [6 + (index % 9), 5 + (index % 7)]
      return { rule, name: `Case${index}`, cells: soup(width * height, family.states, 0.5, 0, index), width, height }
    })
    const frames = gollyFrames(
      cases.map(({ name, ...world }) => ({ ...world, rule: name, topology: "T", generations: 4 })),
      "RuleLoader",
      cases.map(({ name, rule }) => ({ name, text: `${formatRule(rule).replace("Rulescope", name)}\n` }))
    )
    for (const [i, { cells, height, rule, width }] of cases.entries()) {
      const ours = simulate(rule, cells, { width, height, boundary: "torus" }, 4)
      expect([rule.family.variant, ours]).toEqual([rule.family.variant, frames[i]])
    }
  })
})
