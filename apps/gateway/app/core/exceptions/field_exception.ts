import { errors } from '@vinejs/vine'

/** A 422 about one field, for what only the database or another system can know. */
export class FieldException extends errors.E_VALIDATION_ERROR {
  constructor(field: string, message: string) {
    super([{ field, message, rule: 'refused' }])
  }
}
