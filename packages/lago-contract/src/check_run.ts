import { differences } from './match.ts'
import type { Names } from './names.ts'
import type { Check, ExpectedCheck, Json } from './scenarios.ts'
import { request, type Answer, type Target } from './target.ts'

const exactly = (expected: Json, actual: Json, path: string) => [
  ...differences(expected, actual, path),
  ...differences(actual, expected, `${path} (nothing else)`),
]

const lagoIds = (text: string) => /"lago_id":"([^"]+)"/.exec(text)?.[1]

function isPublicKey(text: string) {
  const pem = Buffer.from(text, 'base64').toString()
  return pem.startsWith('-----BEGIN PUBLIC KEY-----') && pem.trimEnd().endsWith('-----END PUBLIC KEY-----')
}

function problemsOf(expected: ExpectedCheck, { status, text, json }: Answer, first?: Answer): string[] {
  const problems = differences(expected.status, status, 'status')
  const object = expected.root ? json[expected.root] : undefined
  if (expected.body) problems.push(...exactly(expected.body, json, 'body'))
  if (expected.body_contains && !text.includes(expected.body_contains)) {
    problems.push(`body: expected to contain ${expected.body_contains}, got ${text}`)
  }
  const code = expected.error_code ?? expected.code
  if (code) problems.push(...differences(code, json.code, 'code'))
  if (expected.error_details) {
    problems.push(...exactly(expected.error_details, (json.error_details ?? {}) as Json, 'error_details'))
  }
  if (expected.root && object === undefined) problems.push(`no "${expected.root}" in ${text}`)
  for (const key of expected.keys ?? []) {
    if ((object as Json | undefined)?.[key] === undefined) problems.push(`no "${key}" in ${text}`)
  }
  if (expected.meta) problems.push(...exactly(expected.meta, (json.meta ?? {}) as Json, 'meta'))
  if (expected.same_lago_id) {
    problems.push(...differences(lagoIds(first?.text ?? ''), lagoIds(text), 'lago_id of the second answer'))
  }
  if (expected.text && !isPublicKey(text)) problems.push(`expected ${expected.text}, got ${text}`)
  return problems
}

/** Makes one call, or the same call twice. Checks build on each other, so `names` is shared by all of a run. */
export async function runCheck(target: Target, check: Check, names: Names): Promise<string[]> {
  const [method = 'GET', path = ''] = check.call.split(/\s+/, 2)
  const key = check.auth === 'wrong' ? 'not-a-key' : check.auth === 'none' ? undefined : target.key
  const call = () =>
    request(`${target.url}/api/v1${names.path(path)}`, {
      method,
      key,
      body: check.body && names.in(check.body),
    })
  const first = await call()
  if (!check.twice) return check.expect ? problemsOf(check.expect, first) : []
  const second = await call()
  return [
    ...(check.expect ? problemsOf({ ...check.expect, same_lago_id: false }, first) : []),
    ...problemsOf(check.expect_second ?? check.expect!, second, first),
  ]
}
