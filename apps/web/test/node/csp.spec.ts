import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../server/csp.ts'

const scriptsOf = (html: string) => /script-src ([^;]*)/.exec(contentSecurityPolicy(html))?.[1]

test('a page without inline scripts allows files of this origin only', () => {
  expect(scriptsOf('<script src="/a.js"></script><script type="module" src="/b.js"></script>')).toBe("'self'")
})

test('an inline script is allowed by its hash', () => {
  expect(scriptsOf('<script>alert(1)</script>')).toBe(
    "'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
  )
})

test('data in a script element is not a script', () => {
  expect(scriptsOf('<script type="application/json" id="x">[1]</script>')).toBe("'self'")
})

test('what looks like a script inside an attribute is none', () => {
  const description = '<meta name="description" content="<script>alert(1)</script> &quot;">'
  expect(scriptsOf(`${description}<!-- " --><script data-hid="site">alert(2)</script>`)).toBe(
    scriptsOf('<script>alert(2)</script>'),
  )
})
