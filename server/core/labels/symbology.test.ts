import { expect, test } from 'vitest'
import { carriedBy, codeText } from './symbology.ts'

test.each([
  ['qr', 'CT-301', 60, 'qr'],
  ['datamatrix', 'CT-301', 60, 'datamatrix'],
  ['datamatrix', 'KÜHL-1', 60, 'qr'],
  ['code128', 'CT-301', 60, 'code128'],
  ['code128', 'a tag that is much too long for bars', 60, 'qr'],
  ['code128', 'CT-301', 30, 'qr'],
  ['code128', 'Lüfter', 90, 'qr'],
] as const)('%s for "%s" on %i mm is %s', (wanted, name, room, got) => expect(carriedBy(wanted, name, room)).toBe(got))

test.each([
  ['qr', { kind: 'asset', name: 'CT 301/A' }, 'https://plant.example/m/a/CT%20301%2FA'],
  ['qr', { kind: 'part', name: '6205-2RS' }, 'https://plant.example/m/p/6205-2RS'],
  ['code128', { kind: 'asset', name: 'CT-301' }, 'CT-301'],
  ['datamatrix', { kind: 'part', name: '6205-2RS' }, '6205-2RS'],
] as const)('a %s code of %j says %s', (symbology, labelled, text) => expect(codeText(symbology, labelled, 'https://plant.example')).toBe(text))
