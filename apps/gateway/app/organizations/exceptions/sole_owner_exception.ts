import { Exception } from '@adonisjs/core/exceptions'

const list = new Intl.ListFormat('en')

export class SoleOwnerException extends Exception {
  constructor(names: string[]) {
    const [have, there] = names.length === 1 ? ['has', 'there'] : ['have', 'in each of them']
    super(
      `You are the only owner of ${list.format(names)}, which ${have} other members. ` +
        `Make somebody else an owner ${there}, or delete the organization first.`,
      { status: 409, code: 'E_SOLE_OWNER' },
    )
  }
}
