import { FieldException } from '#core/exceptions/field_exception'

/** The same for one that never was, has been used, or belongs to another moment. */
export class WrongCodeException extends FieldException {
  constructor() {
    super('code', 'wrong_code')
  }
}
