/**
 * Standard rates of value added tax in the member states of the European Union, in percent, as of January 2026:
 * https://europa.eu/youreurope/business/taxation/vat/vat-rules-rates/. Change one here, and `node ace billing:apply`
 * changes it in Lago; issued invoices stay as they are.
 */
export const standardRates: Record<string, number> = {
  AT: 20,
  BE: 21,
  BG: 20,
  CY: 19,
  CZ: 21,
  DE: 19,
  DK: 25,
  EE: 24,
  ES: 21,
  FI: 25.5,
  FR: 20,
  GR: 24,
  HR: 25,
  HU: 27,
  IE: 23,
  IT: 22,
  LT: 21,
  LU: 17,
  LV: 21,
  MT: 18,
  NL: 21,
  PL: 23,
  PT: 23,
  RO: 21,
  SE: 25,
  SI: 22,
  SK: 23,
}
