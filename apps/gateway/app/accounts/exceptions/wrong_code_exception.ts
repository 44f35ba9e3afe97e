import { FieldException } from '#core/exceptions/field_exception'

/** The same for one that never was, has been used, or belongs to another moment. */
export class WrongCodeException extends FieldException {
  constructor() {
    super('code', 'This code is not right, or has been used already. Wait for the next one, then try again.')
  }
}
