import { test } from '@japa/runner'
import { RolesFile } from '#accounts/roles_file'

const platform = 'platform:\n  user: {}\n'
const read = (text: string) => new RolesFile('roles.yaml', text).read()

/** The roles of an organization that has `owner` and the given lines, which begin in line 3. */
const withRoles = (...lines: string[]) =>
  read(`organization:\n  owner: '*'\n${lines.map((line) => `  ${line}\n`).join('')}${platform}`)

test.group('The roles file', () => {
  test('grants what a role lists', ({ assert }) => {
    const { organization } = withRoles('clerk: { billing: [read], member: [read, invite] }')
    assert.sameMembers([...organization.get('clerk')!], ['billing.read', 'member.read', 'member.invite'])
  })

  test('"*" is every action of a resource, or of all', ({ assert }) => {
    const { organization } = withRoles("clerk: { billing: '*' }")
    assert.sameMembers([...organization.get('clerk')!], ['billing.read', 'billing.manage'])
    assert.isTrue(organization.get('owner')!.has('organization.delete'))
  })

  test('a role inherits from several, whatever their order in the file', ({ assert }) => {
    const { organization } = withRoles(
      'chief: { inherits: [clerk, guest], audit: [export] }',
      'clerk: { inherits: guest, billing: [manage] }',
      'guest: { billing: [read] }',
    )
    assert.sameMembers([...organization.get('chief')!], ['audit.export', 'billing.manage', 'billing.read'])
  })

  test('an organization’s role says nothing about the platform', ({ assert }) => {
    const { organization, platform } = withRoles()
    assert.isFalse(organization.get('owner')!.has('user.read'))
    assert.isEmpty([...platform.get('user')!])
  })

  const mistakes: [line: string, sentence: RegExp][] = [
    ['clerk: { bilng: [read] }', /^roles\.yaml:3: There is no resource "bilng"\. Known: organization, .*/],
    ['clerk: { user: [read] }', /^roles\.yaml:3: There is no resource "user"/],
    [
      'clerk: { billing: [reed] }',
      /^roles\.yaml:3: There is no action of billing "reed"\. Known: read, manage\./,
    ],
    ['clerk: { inherits: chief }', /^roles\.yaml:3: There is no role "chief"\. Known: owner, clerk\./],
    ['clerk: { inherits: clerk }', /^roles\.yaml:3: Roles inherit .* circle: clerk → clerk\./],
    [
      'clerk: { inherits: a }\n  a: { inherits: b }\n  b: { inherits: clerk }',
      /:5: .* clerk → a → b → clerk/,
    ],
    ['clerk: { billing: 7 }', /^roles\.yaml:3: "billing" needs one name/],
    ['clerk: { billing: }', /^roles\.yaml:3: "billing" needs one name/],
    ['clerk: all', /^roles\.yaml:3: The role "clerk" has to be a list/],
    ['clerk:', /^roles\.yaml:3: The role "clerk" has to be a list/],
    ['owner: {}', /^roles\.yaml:3: This is not YAML: .*unique/],
    ['clerk: [billing', /^roles\.yaml:\d: This is not YAML/],
  ]
  for (const [line, sentence] of mistakes) {
    test(`is refused for ${line.replaceAll('\n', ' ')}`, ({ assert }) => {
      assert.throws(() => withRoles(line), sentence)
    })
  }

  test('is refused without a role that the gateway gives', ({ assert }) => {
    assert.throws(() => read(`organization:\n  admin: '*'\n${platform}`), /:1: .* needs a role "owner"/)
    assert.throws(() => read(`organization:\n  owner: '*'\nplatform: {}\n`), /:3: .* needs a role "user"/)
  })

  test('is refused with a part missing, or one too many', ({ assert }) => {
    assert.throws(() => read(platform), /:1: The part "organization" is missing/)
    assert.throws(() => read(''), /:1: The file has to be a list/)
    assert.throws(() => read(`${platform}plaform: {}\n`), /:3: There is no part "plaform"/)
  })
})
