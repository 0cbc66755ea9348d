import type { Words } from "../words/words.ts"
import { escaped } from "./markup.ts"
import { style } from "./style.ts"

const policy = "default-src 'none'; style-src 'unsafe-inline'"

/** A whole HTML document with the style in it: no script, nothing from anywhere else. */
export const htmlDocument = (
  title: string,
  { language }: Words,
  body: ReadonlyArray<string>
): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(title)} · Rulescope</title>
<style>${style}</style>
</head>
<body>
<main>
${body.join("\n")}
</main>
</body>
</html>
`
