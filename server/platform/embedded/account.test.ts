import { expect, test } from 'vitest'
import { accountNamed } from './account.ts'

const passwd = 'root:x:0:0:root:/root:/bin/bash\npostgres:x:101:104:,,,:/var/lib/postgresql:/bin/bash\nfake:x:0:0::/:/bin/sh\n'

test.each([
  ['a user', 'postgres', { name: 'postgres', uid: 101, gid: 104 }],
  ['nobody of that name', 'millwright', null],
  ['a part of a name', 'post', null],
  ['root never counts', 'root', null],
  ['nor root under another name', 'fake', null],
])('%s', (_, name, expected) => {
  expect(accountNamed(passwd, name)).toEqual(expected)
})
