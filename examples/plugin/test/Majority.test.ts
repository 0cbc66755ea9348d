import { inferrerSuite } from "@rulescope/testkit"
import { majority } from "../src/index.ts"

inferrerSuite("majority", majority.layer({ atLeast: 1 }))
