import { createTransport, type Transporter } from 'nodemailer'
import { AppError } from '../../core/kernel/errors.ts'
import { SECOND_MS } from '../../core/kernel/time.ts'
import { env } from '../env.ts'
import { publicUrl } from '../origins.ts'

/** Mail is one message to one mailbox; id names it over every try. */
export interface Mail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

const PATIENCE = { connectionTimeout: 10 * SECOND_MS, greetingTimeout: 10 * SECOND_MS, socketTimeout: 15 * SECOND_MS, dnsTimeout: 10 * SECOND_MS }
/** MAIL_TIMEOUT_MS is how long one mail may take from connecting to the server's word that it has it. */
export const MAIL_TIMEOUT_MS = 25 * SECOND_MS

/** isMailSetUp tells whether this installation can send mail. */
export const isMailSetUp = (): boolean => env().SMTP_URL !== undefined

// The Message-ID (RFC 5322) is the same for every try, so that a mailbox shows the mail once.
const messageIdOf = (id: string): string => `<${id}@${new URL(publicUrl(env())).hostname.replace(/[[\]]/g, '') || 'millwright'}>`

/** isRefusedForGood tells an answer of a mail server that no further try will change: the mailbox is not there, or wants no mail. */
export const isRefusedForGood = (error: unknown): boolean => error instanceof AppError && error.facts.permanent === true

function failure(error: unknown): AppError {
  const { code, responseCode, response } = (error instanceof Error ? error : {}) as { code?: string; responseCode?: number; response?: string }
  const said = response === undefined ? '' : ` It says: ${response.slice(0, 200)}`
  // 5yz is for good; signing in is our own settings' fault and may be mended.
  const permanent = code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500
  switch (code) {
    case 'EAUTH':
      return new AppError('unavailable', `The mail server does not let Millwright in: look at SMTP_URL.${said}`, { cause: String(error) })
    case 'EENVELOPE':
      return new AppError('unavailable', `The mail server does not take mail for this address.${said}`, { cause: String(error), permanent })
    case 'ETIMEDOUT': case 'ESOCKET': case 'ECONNECTION': case 'EDNS':
      return new AppError('unavailable', 'The mail server does not answer.', { cause: String(error) })
    default:
      return new AppError('unavailable', `The mail server did not take the message.${said}`, { cause: String(error) })
  }
}

async function hand(transport: Transporter, mail: Mail, from: string): Promise<void> {
  await transport.sendMail({
    from, to: { name: '', address: mail.to }, subject: mail.subject, text: mail.text, messageId: messageIdOf(mail.id),
    // Out-of-office programs answer no mail of a machine (RFC 3834).
    headers: { 'Idempotency-Key': mail.id, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true, disableUrlAccess: true,
  })
}

/** sendMail hands a mail to the configured server; returns when the server has it. 'unavailable' with what the server said, facts.permanent where trying again is of no use. */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL: url, MAIL_FROM: from } = env()
  if (url === undefined || from === undefined) throw new AppError('unavailable', 'Mail is not set up on this installation: an administrator sets SMTP_URL and MAIL_FROM.')
  const transport = createTransport({ url, ...PATIENCE })
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('unavailable', `The mail server did not answer within ${MAIL_TIMEOUT_MS / SECOND_MS} s.`)), MAIL_TIMEOUT_MS)
  })
  try {
    await Promise.race([hand(transport, mail, from).catch((error: unknown) => { throw failure(error) }), late])
  } finally {
    clearTimeout(timer)
    transport.close()
  }
}
