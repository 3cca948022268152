import { describe, expect, it, test } from 'vitest'
import { asGermanKeys, codePath, resolveCode, type CodeKind } from './code.ts'

describe('resolveCode', () => {
  it.each([
    ['a deep link', 'https://millwright.plant.example/m/a/CT-301', 'asset', 'CT-301'],
    ['another host', 'http://10.1.2.3:3000/m/a/CT-301', 'asset', 'CT-301'],
    ['an IPv6 host', 'http://[fd00::1]:3000/m/a/CT-301', 'asset', 'CT-301'],
    ['a host with a folder before the app', 'https://plant.example/millwright/m/p/4711', 'part', '4711'],
    ['no scheme', 'plant.local/m/p/6205-2RS', 'part', '6205-2RS'],
    ['a path only', '/m/o/WO-000431', 'order', 'WO-000431'],
    ['a path without its first slash', 'm/o/wo-000431', 'order', 'WO-000431'],
    ['capitals throughout', 'HTTPS://PLANT.EXAMPLE/M/A/CT-301', 'asset', 'CT-301'],
    ['a query, a mark and a slash behind', 'https://plant.example/m/a/CT-301/?from=label#x', 'asset', 'CT-301'],
    ['a screen below an order', 'https://plant.example/m/o/WO-000431/hold', 'order', 'WO-000431'],
    ['an order begun on a tablet', 'https://plant.example/m/o/t-7f3k-12', 'order', 'T-7F3K-12'],
    ['escaped letters', 'https://plant.example/m/a/K%C3%9CHL%2F1%20A', 'asset', 'KÜHL/1 A'],
    ['a percent sign that is none', 'https://plant.example/m/a/50%', 'asset', '50%'],
    ['an AIM identifier and a line end', ']Q3https://plant.example/m/a/CT-301\r\n', 'asset', 'CT-301'],
    ['a scanner with US keys on a German keyboard', 'httpsÖ--plant.local-m-a-CTß301', 'asset', 'CT-301'],
    ['an order number', ' wo-000431 ', 'order', 'WO-000431'],
    ['a bare tag', 'CT-301', 'unknown', 'CT-301'],
    ['a bare tag from Code 128', ']C1CT-301\t', 'unknown', 'CT-301'],
    ['spaces, a zero-width one among them', '  P \u200B 301A ', 'unknown', 'P 301A'],
    ['a dash from a word processor', 'CT–301', 'unknown', 'CT-301'],
    ['full-width letters', 'ＣＴ－301', 'unknown', 'CT-301'],
    ['a tag that looks like an order begun on a tablet', 'T-301-1', 'unknown', 'T-301-1'],
    ['another site\'s address', 'https://example.org/product/5', 'unknown', 'https://example.org/product/5'],
    ['an address of ours without a name', 'https://plant.example/m/a/', 'unknown', 'https://plant.example/m/a/'],
    ['an address of ours for something else', 'https://plant.example/m/x/1', 'unknown', 'https://plant.example/m/x/1'],
    ['a folder that ends in m', 'https://plant.example/team/a/1', 'unknown', 'https://plant.example/team/a/1'],
    ['nothing', ' \r\n', 'unknown', ''],
  ])('%s', (_, text, kind, name) => {
    expect(resolveCode(text)).toEqual({ kind, name })
  })

  it.each(['CT-301', 'Lüfter 3/A', '6205 2RS C3', '100%', 'a?b#c', 'm/a/x', 'Ö-1'])('reads back what codePath says of "%s" on any host', (name) => {
    for (const kind of ['asset', 'part'] satisfies CodeKind[]) expect(resolveCode(`https://any.example:8443${codePath(kind, name)}`)).toEqual({ kind, name })
  })
})

test('asGermanKeys undoes the wrong keys', () => {
  expect(asGermanKeys('CTß301Z')).toBe('CT-301Y')
})
