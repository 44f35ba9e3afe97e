import { standardRates } from '#config/vat'

export interface Vat {
  /** Of the tax in Lago; ours all begin with `vat_`. */
  code: string
  name: string
  rate: number
  description: string
}

const names = new Intl.DisplayNames('en', { type: 'region' })

const standard = (country: string): Vat => ({
  code: `vat_${country.toLowerCase()}`,
  name: `VAT ${names.of(country)}`,
  rate: standardRates[country]!,
  description: `Standard rate of ${names.of(country)}`,
})

const reverseCharge: Vat = {
  code: 'vat_reverse_charge',
  name: 'VAT, reverse charge',
  rate: 0,
  description: 'The recipient is liable for the tax (Article 196 of Directive 2006/112/EC)',
}

const outside: Vat = {
  code: 'vat_outside',
  name: 'VAT, outside its scope',
  rate: 0,
  description:
    'The place of supply is outside the European Union (Articles 44 and 59 of Directive 2006/112/EC)',
}

/** Every tax that may be on an invoice of ours. */
export const vats = [...Object.keys(standardRates).map(standard), reverseCharge, outside]

export const vatByCode = (code: string | null) => vats.find((vat) => vat.code === code) ?? null

/** Countries that count as another's territory (Article 7 of Directive 2006/112/EC). */
const treatedAs: Record<string, string> = { MC: 'FR' }

interface Buyer {
  country: string
  taxNumber: string | null
}

/**
 * The value added tax on a service that is delivered electronically: the seller's rate at home, none to a business of
 * another member state, which owes it there itself, the buyer's rate to everybody else in the Union, and none outside.
 * Null for a seller outside the Union, whose taxes are set up in Lago alone.
 *
 * @see https://europa.eu/youreurope/business/taxation/vat/cross-border-vat/
 */
export function vatFor(sellerCountry: string | null, { country, taxNumber }: Buyer): Vat | null {
  if (!sellerCountry || !(sellerCountry in standardRates)) return null
  const taxedAs = treatedAs[country] ?? country
  if (!(taxedAs in standardRates)) return outside
  const isBusinessElsewhere = country in standardRates && country !== sellerCountry && taxNumber
  return isBusinessElsewhere ? reverseCharge : standard(taxedAs)
}
