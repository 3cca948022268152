import { err, ok } from '../../kernel/result.ts'
import type { Result } from '../../kernel/result.ts'

/** Token is a word of an expression with where it begins, counted from 0. */
export interface Token { readonly kind: 'number' | 'word' | 'quoted' | 'symbol' | 'end'; readonly text: string; readonly at: number }

/** EXPRESSION_FAULTS name what can be wrong with an expression; each is a message key of the screens. */
export const EXPRESSION_FAULTS = [
  'stray', 'afterEnd', 'twoComparisons', 'endsEarly', 'unexpected', 'noFunction', 'argumentCount', 'openBracket', 'tooDeep', 'needsComparison', 'needsNumbers',
] as const
export type ExpressionFaultKey = (typeof EXPRESSION_FAULTS)[number]

/** ExpressionFault says what is wrong with an expression and where, counted from 0: in English words, and as a key with what it speaks of for other languages. */
export interface ExpressionFault {
  readonly at: number
  readonly key: ExpressionFaultKey
  readonly params: Readonly<Record<string, string | number>>
  readonly detail: string
}

const PATTERN = /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|\[([^\][]{1,64})\]|(<=|>=|!=|<>|==|[-+*/()<>=,]))/uy

const SPELLINGS: Readonly<Record<string, string>> = { '<>': '!=', '==': '=' }

/** tokensOf splits an expression into words. A point code that is not a plain word stands in brackets: [TS-1]. */
export const tokensOf = (text: string): Result<Token[], ExpressionFault> => {
  const tokens: Token[] = []
  const end = text.trimEnd().length
  PATTERN.lastIndex = 0
  while (PATTERN.lastIndex < end) {
    const from = PATTERN.lastIndex
    const match = PATTERN.exec(text)
    if (match === null) {
      const at = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0)
      const sign = text.slice(at, at + 1)
      return err({ at, key: 'stray', params: { text: sign }, detail: `"${sign}" cannot stand here.` })
    }
    const [whole, number, word, quoted, symbol] = match
    const at = from + whole.length - whole.trimStart().length
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, at })
    else if (quoted !== undefined) tokens.push({ kind: 'quoted', text: quoted.trim(), at })
    else tokens.push({ kind: 'symbol', text: SPELLINGS[symbol ?? ''] ?? symbol ?? '', at })
  }
  tokens.push({ kind: 'end', text: '', at: end })
  return ok(tokens)
}
