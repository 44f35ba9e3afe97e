import db from '@adonisjs/lucid/services/db'
import { BaseSeeder } from '@adonisjs/lucid/seeders'
import { DateTime } from 'luxon'
import User from '#accounts/models/user'
import { record } from '#ledger/record'
import Organization from '#organizations/models/organization'
import env from '#start/env'

const password = 'gantry-demo-2026'

interface Person {
  email: string
  fullName: string
  /** In the organization. */
  role: string
  platformRole?: string
}

const world: { name: string; slug: string; people: Person[] }[] = [
  {
    name: 'Acme',
    slug: 'acme',
    people: [
      { email: 'alice@acme.test', fullName: 'Alice Andersson', role: 'owner' },
      { email: 'ada@acme.test', fullName: 'Ada Adeyemi', role: 'admin' },
      { email: 'bob@acme.test', fullName: 'Bob Baptiste', role: 'member' },
      { email: 'viktor@acme.test', fullName: 'Viktor Varga', role: 'viewer' },
    ],
  },
  {
    name: 'Globex',
    slug: 'globex',
    people: [{ email: 'charlie@globex.test', fullName: 'Charlie Chen', role: 'owner' }],
  },
  {
    name: 'Gantry',
    slug: 'gantry',
    people: [
      { email: 'dana@gantry.test', fullName: 'Dana Diaz', role: 'owner', platformRole: 'platform_admin' },
      { email: 'eve@gantry.test', fullName: 'Eve Eriksen', role: 'member', platformRole: 'editor' },
    ],
  },
]

/** The named world of the demo and the tests. Creates what is missing and leaves the rest as it is. */
export default class DemoSeeder extends BaseSeeder {
  override async run() {
    if (!env.get('SEED_DEMO')) return

    for (const { name, slug, people } of world) {
      const organization = (await Organization.findBy({ slug })) ?? (await this.#open(name, slug))
      for (const person of people) {
        if (!(await User.findBy({ email: person.email }))) await this.#admit(organization, person)
      }
    }
  }

  #open(name: string, slug: string) {
    return db.transaction(async (trx) => {
      const organization = await Organization.create({ name, slug }, { client: trx })
      if (slug === 'acme') {
        // The tour shows single sign-on, and the demo should not have to pay for it first.
        await trx
          .table('entitlement_overrides')
          .insert({ organization_id: organization.id, feature: 'sso', value: 'true' })
      }
      await record(trx, {
        action: 'organization.created',
        subject: ['organization', organization.id],
        organizationId: organization.id,
        metadata: { name },
      })
      return organization
    })
  }

  #admit(organization: Organization, { email, fullName, role, platformRole }: Person) {
    return db.transaction(async (trx) => {
      const user = await User.create(
        { email, fullName, password, role: platformRole, emailVerifiedAt: DateTime.utc() },
        { client: trx },
      )
      await organization.useTransaction(trx).related('memberships').create({ userId: user.id, role })
    })
  }
}
