/** STORAGE_URL_FORM is how the address of an S3-compatible storage is written, for people. */
export const STORAGE_URL_FORM = 'an address such as s3://key:secret@files.plant.local:9000/bucket?region=eu-central-1&tls=1'

/** S3Place is a bucket of an S3-compatible storage and the key to it. */
export interface S3Place {
  /** Scheme, host and port. */
  readonly origin: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
const HOST = /^[a-z0-9.[\]:-]+$/i
const REGION = 'us-east-1'

// The parser percent-encodes what it keeps; a stray percent sign in a secret would throw.
const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** parseStorageUrl reads the address of a bucket; null when it is not one. TLS is on unless tls=0, since a key travels with every request. */
export function parseStorageUrl(value: string): S3Place | null {
  if (!URL.canParse(value)) return null
  const url = new URL(value)
  const accessKeyId = decoded(url.username)
  const secretAccessKey = decoded(url.password)
  const bucket = url.pathname.replace(/^\//, '').replace(/\/$/, '')
  const tls = url.searchParams.get('tls') ?? '1'
  if (url.protocol !== 's3:' || !accessKeyId || !secretAccessKey || !HOST.test(url.host) || !BUCKET.test(bucket) || !['0', '1'].includes(tls)) return null
  return { origin: `${tls === '1' ? 'https' : 'http'}://${url.host}`, bucket, region: url.searchParams.get('region') ?? REGION, accessKeyId, secretAccessKey }
}
