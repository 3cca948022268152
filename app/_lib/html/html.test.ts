import { describe, expect, it } from 'vitest'
import { Html, html, lines, type Part } from './html.ts'

describe('html', () => {
  it.each<[string, Part, string]>([
    ['text', 'a', 'a'],
    ['a number', 7, '7'],
    ['signs that begin something', `<script>alert("1")&'`, '&lt;script&gt;alert(&quot;1&quot;)&amp;&#39;'],
    ['a piece of a page', html`<b>${'<'}</b>`, '<b>&lt;</b>'],
    ['a list', ['<', html`<i></i>`, [1, null]], '&lt;<i></i>1'],
    ['nothing', null, ''],
    ['what is not so', false, ''],
    ['what was made as it is', new Html('<svg></svg>'), '<svg></svg>'],
    ['lines', lines('a<\r\nb'), 'a&lt;<br>b'],
  ])('puts %s into a page', (_name, part, expected) => {
    expect(html`${part}`.text).toBe(expected)
  })
  it('keeps an attribute closed', () => {
    expect(html`<input value="${'" onfocus="x'}">`.text).toBe('<input value="&quot; onfocus=&quot;x">')
  })
})
