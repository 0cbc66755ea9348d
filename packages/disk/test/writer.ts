import { Effect } from "effect"
import { writeWhole } from "../src/index.ts"

// Writes the file that it is given, and says what it was told when it cannot.
const said = await Effect.runPromise(
  Effect.match(writeWhole(process.argv[2]!, "text"), {
    onFailure: (error) => error.message,
    onSuccess: () => "written"
  })
)
process.stdout.write(said)
