import { request } from "node:http"
import { rulescope } from "./command.ts"

/** Starts a command that serves a page, asks it something as soon as it says where it is, and ends it. */
export const whileServing = async <A>(args: ReadonlyArray<string>, ask: (url: string) => Promise<A>): Promise<A> => {
  const { promise, reject, resolve } = Promise.withResolvers<A>()
  let asked = false
  const ended = await rulescope([...args, "--no-open"], {
    onStdout: (text, kill) => {
      const url = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(text)?.[0]
      if (url === undefined || asked) return
      asked = true
      ask(url)
        .then(resolve, reject)
        .finally(() => kill("SIGINT"))
    }
  })
  if (!asked) reject(new Error(ended.stderr))
  return promise
}

/** Status of an answer to a request that names another host. */
export const statusFor = (url: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on("error", reject)
      .end()
  })
