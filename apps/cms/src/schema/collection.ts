import type { Field } from './fields.ts'

export interface Collection {
  name: string
  icon: string
  note?: string
  /** Drafts are versions: what is in the table is published. */
  versioning?: boolean
  hidden?: boolean
  sortField?: string
  displayTemplate?: string
  /** Fields no two items have the same values in. */
  unique?: string[]
  fields: Record<string, Field>
}

export function collection(
  name: string,
  about: Omit<Collection, 'name' | 'fields'>,
  fields: Record<string, Field>,
): Collection {
  return { name, ...about, fields }
}
