import db from '@adonisjs/lucid/services/db'
import '#billing/ledger'
import { features } from '#config/plans'
import { record } from '#ledger/record'
import Organization from '#organizations/models/organization'

const words: Record<string, Record<string, boolean | null>> = {
  flag: { yes: true, no: false },
  limit: { unlimited: null },
}

/** @returns why not, in words for the operator, or null when it is done */
export async function grant(slug: string, feature: string, word: string) {
  const organization = await Organization.findBy({ slug })
  if (!organization) return `There is no organization "${slug}".`
  if (!(feature in features)) return `"${feature}" is none of ${Object.keys(features).join(', ')}.`

  const { kind } = features[feature as keyof typeof features]
  const value = word in words[kind]! ? words[kind]![word]! : Number(word)
  const isPlan = word === 'plan'
  if (!isPlan && Number.isNaN(value)) return `"${word}" is not what a ${kind} can be.`
  if (!isPlan && kind === 'flag' && typeof value === 'number') return `"${word}" is not what a flag can be.`

  await db.transaction(async (trx) => {
    const row = { organization_id: organization.id, feature }
    await trx.from('entitlement_overrides').where(row).delete()
    if (!isPlan) await trx.table('entitlement_overrides').insert({ ...row, value: JSON.stringify(value) })
    await record(trx, {
      action: 'entitlement.granted',
      subject: ['organization', organization.id],
      organizationId: organization.id,
      metadata: { feature, value: word },
    })
  })
  return null
}
