import { createECDH, createHmac } from 'node:crypto'
import { env } from '../env.ts'

function derive(purpose: string): Buffer {
  const secret = env().MILLWRIGHT_SECRET
  if (!secret) throw new Error('MILLWRIGHT_SECRET is not set: start Millwright with "npm start", which makes it.')
  return createHmac('sha256', secret).update(purpose).digest()
}

/** webhookSecret is the signing secret of an endpoint, in the form of Standard Webhooks. It follows from the installation's secret, so that it is stored nowhere. */
export const webhookSecret = (endpointId: string, version: number): string => `whsec_${derive(`webhook ${endpointId} ${version}`).toString('base64')}`

/** VapidKeys say to push services who sends (RFC 8292): a P-256 pair in base64url. */
export interface VapidKeys {
  readonly publicKey: string
  readonly privateKey: string
}

/** vapidKeys are the installation's own, from its secret: every machine of it has the same, and they last as long as it. */
export function vapidKeys(): VapidKeys {
  for (let tries = 0; ; tries += 1) {
    const scalar = derive(`web push key ${tries}`)
    const pair = createECDH('prime256v1')
    try {
      pair.setPrivateKey(scalar)
    } catch (error) {
      // One number in 2^32 is no key of this curve: the next one is.
      if (tries > 2) throw error
      continue
    }
    return { publicKey: pair.getPublicKey('base64url', 'uncompressed'), privateKey: scalar.toString('base64url') }
  }
}
