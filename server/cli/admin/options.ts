import { parseArgs } from 'node:util'
import { AppError } from '#server/core/kernel/errors.ts'

/** OptionNames says which options a command knows: those that take a text, and those that are just there. */
export interface OptionNames {
  readonly texts: readonly string[]
  readonly flags?: readonly string[]
}

/** Options is what was given to a command. */
export interface Options {
  readonly text: (name: string) => string | undefined
  /** Like text, but 'invalid' with the missing name when it was not given. */
  readonly required: (name: string) => string
  readonly flag: (name: string) => boolean
}

interface Kind {
  readonly type: 'string' | 'boolean'
}

/** readOptions reads --name value pairs; an unknown or a valueless option is 'invalid' with its name. */
export function readOptions(args: readonly string[], { texts, flags = [] }: OptionNames): Options {
  const entry = (type: Kind['type']) => (name: string): [string, Kind] => [name, { type }]
  const known = Object.fromEntries<Kind>([...texts.map(entry('string')), ...flags.map(entry('boolean'))])
  try {
    const values: Readonly<Record<string, unknown>> = parseArgs({ args: [...args], options: known, strict: true, allowPositionals: false }).values
    const text = (name: string): string | undefined => {
      const value = values[name]
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
    }
    return {
      text,
      required: (name) => {
        const value = text(name)
        if (value === undefined) throw new AppError('invalid', `--${name} is missing.`)
        return value
      },
      flag: (name) => values[name] === true,
    }
  } catch (error) {
    throw new AppError('invalid', `${(error as Error).message.split('. ')[0] ?? ''}. Options: ${[...texts, ...flags].map((name) => `--${name}`).join(' ')}`)
  }
}
