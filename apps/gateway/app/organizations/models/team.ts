import { beforeCreate, manyToMany } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ManyToMany } from '@adonisjs/lucid/types/relations'
import { uuidv7 } from 'uuidv7'
import { limits, type Reservable } from '#config/organizations'
import { FieldException } from '#core/exceptions/field_exception'
import { TeamSchema } from '#database/schema'
import { record } from '#ledger/record'
import { TeamLimitException } from '#organizations/exceptions/organization_exceptions'
import Membership from '#organizations/models/membership'
import Organization from '#organizations/models/organization'

export interface TeamDraft {
  name: string
  resources: Reservable[]
  userIds: string[]
}

/** Some members of an organization, and what is only for them and for other teams that name it too. */
export default class Team extends TeamSchema {
  static override selfAssignPrimaryKey = true

  @manyToMany(() => Membership, {
    pivotTable: 'team_members',
    pivotForeignKey: 'team_id',
    pivotRelatedForeignKey: 'membership_id',
  })
  declare members: ManyToMany<typeof Membership>

  @beforeCreate()
  static assignId(team: Team) {
    team.id ??= uuidv7()
  }

  static of(organizationId: string) {
    return this.query()
      .where({ organizationId })
      .orderByRaw('lower(name)')
      .preload('members', (members) => members.preload('user').orderBy('created_at'))
  }

  /** @throws FieldException, TeamLimitException */
  static open(organizationId: string, draft: TeamDraft) {
    return db
      .transaction(async (trx) => {
        await Organization.lock(organizationId, trx)
        const teams = await this.query({ client: trx }).where({ organizationId })
        if (teams.length >= limits.teams) throw new TeamLimitException()
        const team = new Team()
        team.organizationId = organizationId
        await team.#keep('team.created', draft, trx)
        return team
      })
      .catch(refuseTaken)
  }

  /** @throws FieldException */
  async change(draft: TeamDraft) {
    await db.transaction((trx) => this.#keep('team.changed', draft, trx)).catch(refuseTaken)
    return this
  }

  async remove() {
    await db.transaction(async (trx) => {
      await this.useTransaction(trx).delete()
      await record(trx, { ...this.#event, action: 'team.deleted', metadata: { name: this.name } })
    })
  }

  async #keep(action: 'team.created' | 'team.changed', draft: TeamDraft, trx: TransactionClientContract) {
    const { name, resources, userIds } = draft
    const { organizationId } = this
    const members = await Membership.query({ client: trx })
      .where({ organizationId })
      .whereIn('userId', userIds)
    if (members.length < new Set(userIds).size) throw new FieldException('userIds', 'former_member')

    this.name = name
    this.resources = resources
    await this.useTransaction(trx).save()
    await trx.from('team_members').where({ team_id: this.id }).delete()
    const rows = members.map(({ id }) => ({ id: uuidv7(), team_id: this.id, membership_id: id }))
    if (rows.length > 0) await trx.table('team_members').multiInsert(rows)
    await record(trx, { ...this.#event, action, metadata: draft })
  }

  get #event() {
    return { subject: ['team', this.id] as [string, string], organizationId: this.organizationId }
  }
}

function refuseTaken(error: { constraint?: string }): never {
  if (error.constraint !== 'teams_name_unique') throw error
  throw new FieldException('name', 'team_name_taken')
}
