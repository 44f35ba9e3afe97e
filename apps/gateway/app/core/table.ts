import vine from '@vinejs/vine'

type Sort<Column extends string> = Column | `-${Column}`

/**
 * What every list that is shown as a table can be asked for. A column that is not named here cannot be sorted by, so
 * nothing of the request is ever SQL; a minus before it puts the largest first.
 */
export const tableFields = <Column extends string>(sortable: readonly Column[]) => ({
  search: vine.string().trim().maxLength(100).optional(),
  sort: vine.enum(sortable.flatMap((column): Sort<Column>[] => [column, `-${column}`])).optional(),
  page: vine.number().withoutDecimals().min(1).max(10_000).optional(),
  perPage: vine.number().withoutDecimals().min(1).max(100).optional(),
})

/**
 * The ORDER BY of a table. The id keeps rows that are otherwise equal in one order on all pages.
 *
 * @param columns the SQL that each sortable column stands for
 */
export function orderOf<Column extends string>(columns: Record<Column, string>, sort: Sort<Column>) {
  const direction = sort.startsWith('-') ? 'desc' : 'asc'
  return `${columns[sort.replace(/^-/, '') as Column]} ${direction}, id ${direction}`
}

/** A LIKE pattern for text that contains the given one, whose own wildcards stand for themselves. */
export const containing = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
