import { expect, test } from 'vitest'
import { parseStorageUrl } from './address.ts'

test.each([
  ['s3://key:secret@files.plant.local:9000/bucket?region=eu-central-1&tls=0', { origin: 'http://files.plant.local:9000', bucket: 'bucket', region: 'eu-central-1', accessKeyId: 'key', secretAccessKey: 'secret' }],
  ['s3://key:se%2Fcr%2Bet@10.1.2.3/my-bucket/', { origin: 'https://10.1.2.3', bucket: 'my-bucket', region: 'us-east-1', accessKeyId: 'key', secretAccessKey: 'se/cr+et' }],
])('%s is a bucket', (url, expected) => {
  expect(parseStorageUrl(url)).toEqual(expected)
})

test.each([
  'files', '', 'https://key:secret@host/bucket', 's3://host/bucket', 's3://key@host/bucket', 's3://key:secret@host/', 's3://key:secret@host/a/b', 's3://key:secret@host/Bucket', 's3://key:secret@host/bucket?tls=maybe',
])('%s is not', (url) => {
  expect(parseStorageUrl(url)).toBeNull()
})
