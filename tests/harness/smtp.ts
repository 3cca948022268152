import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** ReceivedMail is one mail as a mail server took it: the envelope, and the message's headers and text. */
export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly header: (name: string) => string | undefined
  readonly source: string
  readonly text: string
}

/** TestMail is a real mail server on loopback that keeps what it takes. */
export interface TestMail {
  readonly url: string
  readonly mails: ReceivedMail[]
  /** What it does with a recipient from now on: take the mail, refuse for good, ask to come again later, or never answer. */
  readonly behave: (recipient: string, behaviour: 'take' | 'refuse' | 'later' | 'hang') => void
  readonly close: () => Promise<void>
}

function readMail(from: string, to: readonly string[], source: string): ReceivedMail {
  const [head = '', ...rest] = source.split('\r\n\r\n')
  const headers = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n').map((line) => /^([^:]+):\s*(.*)$/.exec(line)).filter((found) => found !== null)
  const header = (name: string): string | undefined => headers.find((found) => found[1]?.toLowerCase() === name.toLowerCase())?.[2]
  const body = rest.join('\r\n\r\n')
  const text = header('content-transfer-encoding') === 'quoted-printable'
    ? Buffer.from(body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8')
    : header('content-transfer-encoding') === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : body
  return { from, to, header, source, text: text.replaceAll('\r\n', '\n') }
}

/** testMail starts a mail server on a free port of loopback; with a name and password it lets nobody else send. */
export async function testMail(account?: { readonly user: string; readonly pass: string }): Promise<TestMail> {
  const mails: ReceivedMail[] = []
  const behaviours = new Map<string, 'take' | 'refuse' | 'later' | 'hang'>()
  const server = new SMTPServer({
    authOptional: account === undefined, disabledCommands: ['STARTTLS'], allowInsecureAuth: true, logger: false,
    onAuth: (auth, _session, done) => {
      if (auth.username === account?.user && auth.password === account?.pass) done(null, { user: auth.username })
      else done(new Error('wrong name or password'))
    },
    onRcptTo: ({ address }, _session, done) => {
      const behaviour = behaviours.get(address) ?? 'take'
      if (behaviour === 'hang') return
      const code = { refuse: 550, later: 451, take: 0 }[behaviour]
      done(code === 0 ? null : Object.assign(new Error(code === 550 ? 'no such mailbox' : 'come again later'), { responseCode: code }))
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const sender = session.envelope.mailFrom
        mails.push(readMail(sender === false ? '' : sender.address, session.envelope.rcptTo.map(({ address }) => address), Buffer.concat(chunks).toString('latin1')))
        done(null)
      })
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const login = account === undefined ? '' : `${account.user}:${account.pass}@`
  return {
    url: `smtp://${login}127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    behave: (recipient, behaviour) => { behaviours.set(recipient, behaviour) },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
