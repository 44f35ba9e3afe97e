import { region } from '#core/language'
import { FieldException } from '#core/exceptions/field_exception'
import { standardRates } from '#config/vat'

/** Where nobody has written down the rules, it has at least to look like a number of an office. */
const anywhere = /^[\dA-Z][\dA-Z ./-]{2,28}[\dA-Z]$/i

/**
 * A tax number as its country writes it, with the prefix of the country in the Union, where it has to be the one for
 * value added tax.
 *
 * @throws FieldException when it cannot be one of that country: its length, its characters or its check digit
 */
export async function taxNumberOf(country: string, given: string) {
  // Hundreds of files, which only somebody who fills in a form waits for.
  const { entityValidators, euVat } = await import('stdnum')
  const isInUnion = country in standardRates
  const validators = (isInUnion ? euVat : entityValidators)[country]
  if (!validators && anywhere.test(given)) return given

  for (const validator of validators ?? []) {
    const result = validator.validate(given)
    if (!result.isValid) continue
    return isInUnion
      ? `${country === 'GR' ? 'EL' : country}${result.compact}`
      : validator.format(result.compact)
  }
  throw new FieldException('taxNumber', 'tax_number', () => ({
    kind: isInUnion ? 'vat' : 'tax',
    country: new Intl.DisplayNames(region(), { type: 'region' }).of(country) ?? country,
  }))
}
