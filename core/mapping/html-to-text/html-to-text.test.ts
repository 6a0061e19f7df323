import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutMark } from '../words/cut-text.ts';
import { htmlToText } from './index.ts';

const text = (html: string) => htmlToText(html, 32_000);

describe('what a person would read', () => {
  it.each([
    ['lines', 'a<br>b<br/>\r\nc', 'a\nb\nc'],
    ['a line break at the end of a block ends no second line', '<div>a<br></div><div>b</div>', 'a\nb'],
    ["Outlook's empty line", '<p class="MsoNormal">a</p><p class=MsoNormal>&nbsp;</p><p class="MsoNormal">b</p>', 'a\n\nb'],
    ["Gmail's empty line", '<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['paragraphs', '<p>a</p>\n<p>b</p><h1>c</h1>d', 'a\n\nb\n\nc\n\nd'],
    ['collapsed white space', '  a\n\t b <b> c</b>d ', 'a b cd'],
    ['kept white space', '<pre>a\n  b</pre>', 'a\n  b'],
    ['lists', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><ol><li>x<li>y</ol>', '- a\n- b\n  - c\n1. x\n2. y'],
    ['tables', '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>', 'a\tb\n1\t2'],
    ['a rule', 'a<hr>b', 'a\n---\nb'],
    ['links', '<a href="https://x.example/?a=1&amp;b=2">here</a>!', 'here <https://x.example/?a=1&b=2>!'],
    [
      'links that show their address',
      '<a href="https://x.example/">x.example</a> <a href="mailto:a@x.example">a@x.example</a>',
      'x.example a@x.example',
    ],
    ['links to elsewhere', '<a href="javascript:alert(1)">a</a><a href="cid:1">b</a>', 'ab'],
    [
      'entities',
      '&lt;b&gt; &amp;amp; &eacute;&yuml;&Omega;&omega; &euro; &#8364;&#x20AC;&#150; &hellip; AT&T &copy',
      '<b> &amp; éÿΩω € €€– … AT&T &copy',
    ],
    ['impossible entities', '&#0;&#xD800;&#99999999;&nothing;', '\ufffd\ufffd\ufffd&nothing;'],
    [
      'no scripts, styles, comments, titles',
      '<title>t</title><style><!-- p{} --></style><script>if(a<b)x()</script><!--[if mso]>m<![endif]-->a<![if !x]>b<![endif]>',
      'ab',
    ],
    ['a lone less-than', 'a < b <3 c', 'a < b <3 c'],
    ['a greater-than in an attribute', '<img alt="a > b" src=x>c', 'c'],
    ['what is never closed', 'a<p>b<i>c', 'a\n\nbc'],
    ['what is never finished', 'a<!-- b', 'a'],
    ['an unfinished tag', 'a<img src="x', 'a'],
    ['an unfinished script', 'a<script>b', 'a'],
    ['joined emoji and right-to-left text', '<p>👩‍👩‍👧‍👦 שלום</p>', '👩‍👩‍👧‍👦 שלום'],
  ])('%s', (_, html, expected) => {
    expect(text(html)).toBe(expected);
  });

  it('reads the page that Exchange makes of a text as that text', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 20 }).map((value) => value.replace(/[\s\u00ad\u200b\ufeff]+/g, '') || 'x');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const escaped = lines.map((one) => one.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
        const page = `<html><head>\r\n<meta name="x">\r\n<style><!-- .EmailQuote { margin-left: 1pt; } --></style></head>\r\n<body>\r\n<font size="2"><span><div class="PlainText">${escaped.join('<br>\r\n')}</div></span></font>\r\n</body>\r\n</html>\r\n`;
        expect(text(page)).toBe(lines.join('\n'));
      }),
    );
  });
});

describe('hostile input', () => {
  it('stops at the limit with the mark', () => {
    const found = htmlToText(`<p>${'word '.repeat(20_000)}</p>`, 1_000);
    expect(found.length).toBeLessThanOrEqual(1_000);
    expect(found.endsWith(cutMark)).toBe(true);
  });

  it.each([
    ['unclosed tags', '<div>'],
    ['unclosed comments', '<!--'],
    ['unclosed quotes', '<a href="'],
    ['less-thans', '<'],
    ['ampersands', '&'],
    ['half entities', '&#1234567'],
    ['spaces', ' '],
    ['line breaks', '<br>'],
    ['styles', '<style>'],
    ['closing tags', '</p>'],
    ['class names', '<p class="x x'],
    ['hrefs', '<a href=   '],
  ])('takes a megabyte of %s in its stride', (_, part) => {
    // A step for each pair of characters would take hours: the test's own time would end it.
    expect(htmlToText(part.repeat(Math.ceil(1_000_000 / part.length)), 32_000).length).toBeLessThanOrEqual(32_000);
  });

  it('throws at nothing', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '"',
      "'",
      '=',
      '&',
      ';',
      'a',
      'p',
      'li',
      'ul',
      'pre',
      'td',
      ' href',
      ' ',
      '\n',
      '&#',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
        ),
        (html) => {
          expect(text(html).length).toBeLessThanOrEqual(32_000);
        },
      ),
    );
  });
});
