import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { AppError } from '../../core/kernel/errors.ts'

/** Certificate is a server's certificate with its key, checked to belong together. */
export interface Certificate {
  readonly cert: string
  readonly key: string
  readonly validTo: Date
}

/** readCertificate reads both files; throws 'invalid' with one sentence that says which of them cannot be used and why. */
export function readCertificate(certFile: string, keyFile: string): Certificate {
  const cert = text('TLS_CERT', certFile)
  const key = text('TLS_KEY', keyFile)
  const parsed = parse(() => new X509Certificate(cert), `TLS_CERT names ${certFile}, which is not a certificate in PEM form.`)
  if (/ENCRYPTED/.test(key)) throw new AppError('invalid', `TLS_KEY names ${keyFile}, which is locked with a password: store it without one, readable by this user only.`)
  const privateKey = parse(() => createPrivateKey(key), `TLS_KEY names ${keyFile}, which is not a private key in PEM form.`)
  if (!parsed.checkPrivateKey(privateKey)) throw new AppError('invalid', `TLS_KEY names ${keyFile}, which does not belong to the certificate in ${certFile}.`)
  return { cert, key, validTo: parsed.validToDate }
}

function text(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new AppError('invalid', `${name} names ${file}, which is not there or not readable by this user (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`)
  }
}

function parse<T>(read: () => T, words: string): T {
  try {
    return read()
  } catch (error) {
    throw new AppError('invalid', words, { reason: (error as Error).message })
  }
}
