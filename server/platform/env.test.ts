import { expect, test } from 'vitest'
import { parseEnv } from './env.ts'

test('an empty environment is enough', () => {
  expect(parseEnv({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DATA_DIR: '.data', MILLWRIGHT_DEMO: '1' })
})

test('an empty variable counts as not given', () => {
  expect(parseEnv({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 })
})

test.each([
  ['PORT', 'eighty', 'expected a port number from 1 to 65535'],
  ['PORT', '0', 'expected a port number from 1 to 65535'],
  ['PORT', '70000', 'expected a port number from 1 to 65535'],
  ['PORT', '3000.5', 'expected a port number from 1 to 65535'],
  ['DATABASE_URL', 'mysql://root:hidden@db/x', 'expected an address that begins with postgres:// or postgresql://'],
  ['REDIS_URL', 'localhost:6379', 'expected an address that begins with redis:// or rediss://'],
  ['MAIL_FROM', 'Millwright', 'expected an e-mail address, alone or as Name <address>'],
  ['MAIL_FROM', 'a@b.example\nBcc: c@d.example', 'expected an e-mail address, alone or as Name <address>'],
  ['WEBHOOK_ALLOW', 'gate.plant.local, http://10.1.2.3', 'expected hosts, addresses or networks separated by commas, such as gateway.plant.local,10.1.2.3:8080,10.4.0.0/24'],
  ['STORAGE_URL', 'https://files.plant.local/bucket', 'expected an address such as s3://key:secret@files.plant.local:9000/bucket?region=eu-central-1&tls=1'],
  ['STORAGE_URL', 's3://files.plant.local/bucket', 'expected an address such as s3://key:secret@files.plant.local:9000/bucket?region=eu-central-1&tls=1'],
  ['STORAGE_URL', 's3://key:hidden@files.plant.local/bucket?tls=yes', 'expected an address such as s3://key:secret@files.plant.local:9000/bucket?region=eu-central-1&tls=1'],
  ['MILLWRIGHT_DEMO', 'yes', 'expected 0 or 1'],
  ['MILLWRIGHT_SECRET', 'short', 'expected at least 32 characters'],
])('%s=%s is refused in one sentence that says what was expected', (name, value, expected) => {
  expect(() => parseEnv({ [name]: value })).toThrow(`This environment variable cannot be used: ${name} (${expected}).`)
})

test('values, which may be secret, are not repeated', () => {
  expect(() => parseEnv({ DATABASE_URL: 'mysql://root:hidden@db/x' })).toThrow(/^(?!.*hidden)/)
})

test('a mail server needs an address to send from', () => {
  expect(() => parseEnv({ SMTP_URL: 'mail.plant.example', MAIL_FROM: 'a@plant.example' })).toThrow('SMTP_URL (expected an address that begins with smtp:// or smtps://)')
  expect(() => parseEnv({ SMTP_URL: 'smtp://mail.plant.example' })).toThrow('MAIL_FROM (expected the address that mail comes from, since SMTP_URL is set)')
  expect(parseEnv({ SMTP_URL: 'smtps://user:secret@mail.plant.example:465', MAIL_FROM: 'Millwright <millwright@plant.example>' })).toMatchObject({ MAIL_FROM: 'Millwright <millwright@plant.example>' })
})
