import { assert, describe, it } from "@effect/vitest"
import { rendering, word } from "@rulescope/core"
import { translator } from "../src/sentences/match.ts"
import { wordingOf } from "../src/sentences/index.ts"

const inChinese = rendering(wordingOf, "、")

describe("sentences", () => {
  const translate = translator([
    ["{a} has {n} frame", "{a} 有 {n} 帧"],
    ["{what!}, and frames {from} to {to} are asked for", "{what!}，要第 {from} 至 {to} 帧"],
    ["{a}: {what!}", "{a}：{what!}"]
  ])

  it("keep the values that stand in them, whatever these contain", () => {
    assert.strictEqual(translate("a.(b)*+?.npz has 1 frame"), "a.(b)*+?.npz 有 1 帧")
    assert.strictEqual(translate("$& has 1 frame"), "$& 有 1 帧")
  })

  it("may hold each other, and are left alone when a part that has to be translated is not", () => {
    assert.strictEqual(translate("x: y has 1 frame, and frames 0 to 3 are asked for"), "x: y 有 1 帧，要第 0 至 3 帧")
    assert.strictEqual(translate("x: y has 1 frame"), "x: y 有 1 帧")
    assert.isNull(translate("x: nobody knows this"))
    assert.isNull(translate("x has 1 frames"))
  })

  it("are a reason and a remedy as one, too; one of the two alone is not enough", () => {
    assert.strictEqual(
      inChinese(word("the file is empty; record at least two generations")),
      "文件是空的；请至少记录两代"
    )
    assert.isNull(inChinese(word("the file is empty; do as you like")))
    assert.strictEqual(
      inChinese(word('"x" is not a letter of count 2 at character 3; its letters are ceaikn')),
      "“x”不是邻居数 2 的字母（第 3 个字符）；可用的字母是 ceaikn"
    )
    assert.strictEqual(
      inChinese(
        word(
          "p8: p8 cannot represent this rule: orbit 101 has both outcomes (0 seen 4 times after 010 and 3 more, " +
            '1 seen 5 times after 101); contradicting orbits: 1 of 72; use the backbone "p4"'
        )
      ),
      "p8：p8 无法表示这条规则：轨道 101 有两种结果（010 和另外 3 个之后 0 出现 4 次，101 之后 1 出现 5 次）；" +
        "矛盾的轨道：72 个中有 1 个；请改用骨干网络 p4"
    )
  })
})
