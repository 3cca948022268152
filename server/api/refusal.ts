import { errorWords } from './error-words.ts'
import { problemOf } from './v1/problem.ts'

/** refusalOf answers a browser's plain request with problem details whose words it can put into its reader's language: `text` is their key. */
export async function refusalOf(error: unknown, path: string): Promise<Response> {
  const problem = problemOf(error, path)
  const body = (await problem.json()) as { readonly detail: string }
  return new Response(JSON.stringify({ ...body, text: errorWords(body.detail) }), { status: problem.status, headers: problem.headers })
}
