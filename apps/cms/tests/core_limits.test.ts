import { expect, test } from 'vitest'
import { permissions, policies, publicCollections } from '../src/access.ts'
import { readerPolicyId, studioPolicyId } from '../src/ids.ts'
import { collections } from '../src/schema/index.ts'

test('there are at most 25 collections', () => {
  expect(collections.length).toBeLessThanOrEqual(25)
})

test('no permission has a rule by row or field', () => {
  for (const permission of permissions)
    expect(permission).toMatchObject({ fields: ['*'], permissions: null, validation: null, presets: null })
})

test('only the policy that is for it takes a Studio seat, and none makes an administrator', () => {
  const seated = policies.filter(({ app_access }) => app_access)
  expect(seated.map(({ id }) => id)).toEqual([studioPolicyId])
  for (const policy of policies) expect(policy).toMatchObject({ admin_access: false })
})

test('the reader only reads, and only what is public', () => {
  const own = permissions.filter(({ policy }) => policy === readerPolicyId)
  expect(own.map(({ action }) => action)).toEqual(own.map(() => 'read'))
  expect(own.map(({ collection }) => collection)).toEqual([...publicCollections, 'directus_files'])
})

test('what people send in is not public', () => {
  expect(publicCollections).not.toContain('form_submissions')
})

test('every collection has a key that is not a number, and posts and pages have drafts', () => {
  for (const { fields } of collections)
    expect(Object.values(fields).filter(({ primary, type }) => primary && type !== 'integer')).toHaveLength(1)
  expect(collections.filter(({ versioning }) => versioning).map(({ name }) => name)).toEqual([
    'pages',
    'posts',
  ])
})
