import { Refusal } from '#core/exceptions/refusal'
import { region } from '#core/language'

export class SoleOwnerException extends Refusal {
  constructor(names: string[]) {
    const values = () => ({ names: new Intl.ListFormat(region()).format(names), count: names.length })
    super({ status: 409, code: 'E_SOLE_OWNER', values })
  }
}
