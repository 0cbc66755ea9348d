import { assert, it } from "@effect/vitest"
import { wilson } from "../src/wilson.ts"

it("Wilson's interval agrees with published values", () => {
  // Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611.
  assert.closeTo(wilson(81, 263).low, 0.2553, 5e-5)
  assert.closeTo(wilson(81, 263).high, 0.3662, 5e-5)
  assert.strictEqual(wilson(0, 20).low, 0)
  assert.strictEqual(wilson(737280, 737280).high, 1)
  assert.closeTo(wilson(0, 20).high, 0.1611, 5e-5)
})
