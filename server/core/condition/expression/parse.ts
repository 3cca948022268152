import { err, ok } from '../../kernel/result.ts'
import type { Result } from '../../kernel/result.ts'
import { tokensOf } from './tokens.ts'
import type { ExpressionFault, ExpressionFaultKey, Token } from './tokens.ts'
import { COMPARE, FUNCTIONS, isFunctionName, kindOf } from './tree.ts'
import type { CompareOp, Kind, Node } from './tree.ts'

const DEEPEST = 32

class Fault extends Error {
  readonly at: number
  readonly key: ExpressionFaultKey
  readonly params: ExpressionFault['params']

  constructor(at: number, key: ExpressionFaultKey, detail: string, params: ExpressionFault['params'] = {}) {
    super(detail)
    this.at = at
    this.key = key
    this.params = params
  }
}

const isCompare = (text: string): text is CompareOp => (COMPARE as readonly string[]).includes(text)

/** Reader goes through the words from the loosest binding (or) to the tightest (a number, a point, brackets). */
class Reader {
  private readonly tokens: readonly Token[]
  private next = 0
  private depth = 0

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  whole(): Node {
    const node = this.or()
    const rest = this.peek()
    if (rest.kind !== 'end') throw new Fault(rest.at, 'afterEnd', `After the end of the expression stands "${rest.text}": join the parts with and, or, or an operator.`, { text: rest.text })
    return node
  }

  private peek(): Token {
    return this.tokens[this.next] ?? { kind: 'end', text: '', at: 0 }
  }

  private take(text: string): Token | null {
    const token = this.peek()
    const same = token.kind === 'word' ? token.text.toLowerCase() === text : token.kind === 'symbol' && token.text === text
    if (!same) return null
    this.next += 1
    return token
  }

  private or(): Node {
    return this.joined('or', () => this.joined('and', () => this.not()))
  }

  private joined(op: 'and' | 'or', part: () => Node): Node {
    let left = part()
    for (let sign = this.take(op); sign !== null; sign = this.take(op)) left = this.binary(op, left, part(), 'truth', sign.at)
    return left
  }

  private not(): Node {
    const sign = this.take('not')
    if (sign === null) return this.comparison()
    return { kind: 'not', of: this.expect(this.deeper(sign, () => this.not()), 'truth', sign.at, 'not') }
  }

  private comparison(): Node {
    const left = this.sum()
    const sign = this.peek()
    if (sign.kind !== 'symbol' || !isCompare(sign.text)) return left
    this.next += 1
    const node = this.binary(sign.text, left, this.sum(), 'number', sign.at)
    const again = this.peek()
    if (again.kind === 'symbol' && isCompare(again.text)) throw new Fault(again.at, 'twoComparisons', 'Two comparisons in a row: join them with and, as in 1 < a and a < 2.')
    return node
  }

  private sum(): Node {
    let left = this.product()
    for (let sign = this.take('+') ?? this.take('-'); sign !== null; sign = this.take('+') ?? this.take('-')) {
      left = this.binary(sign.text === '+' ? '+' : '-', left, this.product(), 'number', sign.at)
    }
    return left
  }

  private product(): Node {
    let left = this.signed()
    for (let sign = this.take('*') ?? this.take('/'); sign !== null; sign = this.take('*') ?? this.take('/')) {
      left = this.binary(sign.text === '*' ? '*' : '/', left, this.signed(), 'number', sign.at)
    }
    return left
  }

  private signed(): Node {
    const sign = this.take('-')
    if (sign === null) return this.atom()
    return { kind: 'negate', of: this.expect(this.deeper(sign, () => this.signed()), 'number', sign.at, '-') }
  }

  private atom(): Node {
    const token = this.peek()
    this.next += 1
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text) }
    if (token.kind === 'quoted') return { kind: 'point', code: token.text }
    if (token.kind === 'word' && !['and', 'or', 'not'].includes(token.text.toLowerCase())) return this.named(token)
    if (token.kind === 'symbol' && token.text === '(') {
      const node = this.deeper(token, () => this.or())
      this.close(token)
      return node
    }
    if (token.kind === 'end') throw new Fault(token.at, 'endsEarly', 'The expression ends too early.')
    throw new Fault(token.at, 'unexpected', `"${token.text}" cannot stand here: a number, a point or a bracket is expected.`, { text: token.text })
  }

  private named(token: Token): Node {
    const bracket = this.take('(')
    if (bracket === null) return { kind: 'point', code: token.text }
    const name = token.text.toLowerCase()
    const known = Object.keys(FUNCTIONS).join(', ')
    if (!isFunctionName(name)) throw new Fault(token.at, 'noFunction', `"${token.text}" is not a function: there are ${known}.`, { text: token.text, known })
    const args = [this.expect(this.deeper(token, () => this.sum()), 'number', token.at, name)]
    while (this.take(',') !== null) args.push(this.expect(this.deeper(token, () => this.sum()), 'number', token.at, name))
    this.close(bracket)
    const { least, most } = FUNCTIONS[name]
    if (args.length < least || args.length > most) {
      throw new Fault(token.at, 'argumentCount', `${name} takes ${least === most ? least : `${least} to ${most}`} value${most === 1 ? '' : 's'}.`, { name, least, most })
    }
    return { kind: 'call', name, args }
  }

  private close(opening: Token): void {
    if (this.take(')') === null) throw new Fault(opening.at, 'openBracket', 'This bracket is not closed.')
  }

  private deeper<T>(at: Token, read: () => T): T {
    this.depth += 1
    if (this.depth > DEEPEST) throw new Fault(at.at, 'tooDeep', `The expression is nested more than ${DEEPEST} deep.`, { most: DEEPEST })
    const result = read()
    this.depth -= 1
    return result
  }

  private binary(op: Extract<Node, { kind: 'binary' }>['op'], left: Node, right: Node, of: Kind, at: number): Node {
    return { kind: 'binary', op, left: this.expect(left, of, at, op), right: this.expect(right, of, at, op) }
  }

  private expect(node: Node, kind: Kind, at: number, op: string): Node {
    if (kindOf(node) === kind) return node
    if (kind === 'truth') throw new Fault(at, 'needsComparison', `"${op}" joins comparisons, and one side of it is a number: compare it with something.`, { op })
    throw new Fault(at, 'needsNumbers', `"${op}" needs numbers, and one side of it is a comparison.`, { op })
  }
}

/**
 * parseExpression reads an expression over a machine's points: + - * /, comparisons, and, or, not, brackets and the functions
 * abs, sqrt, min, max and mean. The result is a tree of data. A fault says where it is, counted from 0, and what to do.
 */
export const parseExpression = (text: string): Result<Node, ExpressionFault> => {
  const tokens = tokensOf(text)
  if (!tokens.ok) return tokens
  try {
    return ok(new Reader(tokens.value).whole())
  } catch (error) {
    if (error instanceof Fault) return err({ at: error.at, key: error.key, params: error.params, detail: error.message })
    throw error
  }
}
