import db from '@adonisjs/lucid/services/db'
import { BaseSeeder } from '@adonisjs/lucid/seeders'
import User from '#accounts/models/user'
import { record } from '#ledger/record'
import type { OrganizationRole } from '#organizations/models/membership'
import Organization from '#organizations/models/organization'
import env from '#start/env'

const password = 'gantry-demo-2026'

const people = [
  { email: 'alice@acme.test', fullName: 'Alice Andersson' },
  { email: 'bob@acme.test', fullName: 'Bob Baptiste' },
  { email: 'charlie@globex.test', fullName: 'Charlie Chen' },
  { email: 'dana@gantry.test', fullName: 'Dana Diaz', role: 'platform_admin' },
  { email: 'eve@gantry.test', fullName: 'Eve Eriksen', role: 'editor' },
] as const

const organizations: { name: string; slug: string; members: Record<string, OrganizationRole> }[] = [
  { name: 'Acme', slug: 'acme', members: { 'alice@acme.test': 'owner', 'bob@acme.test': 'member' } },
  { name: 'Globex', slug: 'globex', members: { 'charlie@globex.test': 'owner' } },
  { name: 'Gantry', slug: 'gantry', members: { 'dana@gantry.test': 'owner', 'eve@gantry.test': 'member' } },
]

/** The named world of the demo and the tests. Creates what is missing and leaves the rest as it is. */
export default class DemoSeeder extends BaseSeeder {
  override async run() {
    if (!env.get('SEED_DEMO')) return

    for (const person of people) await User.firstOrCreate({ email: person.email }, { ...person, password })
    for (const organization of organizations) await this.#open(organization)
  }

  async #open({ name, slug, members }: (typeof organizations)[number]) {
    if (await Organization.findBy({ slug })) return

    await db.transaction(async (trx) => {
      const organization = await Organization.create({ name, slug }, { client: trx })
      for (const [email, role] of Object.entries(members)) {
        const user = await User.findByOrFail({ email }, { client: trx })
        await organization.related('memberships').create({ userId: user.id, role })
      }
      await record(trx, {
        action: 'organization.created',
        subject: ['organization', organization.id],
        organizationId: organization.id,
        metadata: { name },
      })
    })
  }
}
