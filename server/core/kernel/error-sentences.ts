import { say } from './sentences.ts'

/** ERROR_SENTENCES say in English what went wrong anywhere in the product; programs read them as they are, people in their language. */
export const ERROR_SENTENCES = {
  'not-found': '{what} does not exist, or you may not see it.',
  'sign-in': 'Sign in first.',
  'role': 'Your role does not allow this. Ask an administrator for the permission.',
  'role-here': 'Your role does not allow this here. Ask an administrator for the permission.',
  'role-everywhere': 'This concerns every site, and your role is limited to some. Ask an administrator of the whole organization.',
  'database': 'The database cannot be reached just now. Try again in a moment.',
  'storage': 'The storage of files cannot be used just now. Try again in a moment.',
  'foreign': 'This request came from another site and was refused.',
  'unexpected': 'Something went wrong on our side. Try again; if it stays, tell an administrator.',
  'does-not-fit': 'This does not fit. {details}',
} as const

/** errorSentence writes one of the sentences with what stands in it. */
export const errorSentence = (key: keyof typeof ERROR_SENTENCES, params: Readonly<Record<string, string | number>> = {}): string => say(ERROR_SENTENCES, key, params)
