import type { Collection } from './collection.ts'
import type { Field, Relation } from './fields.ts'

export interface Snapshot {
  version: 1
  directus: string
  vendor: 'postgres'
  collections: object[]
  fields: object[]
  systemFields: object[]
  relations: object[]
}

/**
 * The collections as Directus itself would describe them. Every key is spelled out: Directus takes an absent key for a
 * difference, and the second apply would never be empty.
 */
export function snapshotOf(collections: Collection[], directus: string): Snapshot {
  return {
    version: 1,
    directus,
    vendor: 'postgres',
    collections: collections.map(collectionOf),
    fields: collections.flatMap(({ name, fields }) =>
      Object.entries(fields).map(([field, definition], position) =>
        fieldOf(name, field, definition, position + 1),
      ),
    ),
    systemFields: [],
    relations: collections.flatMap(({ name, fields }) =>
      Object.entries(fields).flatMap(([field, { relation }]) =>
        relation ? [relationOf(name, field, relation)] : [],
      ),
    ),
  }
}

function collectionOf(collection: Collection, position: number) {
  const { name, icon, note, versioning, hidden, sortField, displayTemplate } = collection
  return {
    collection: name,
    meta: {
      accountability: 'all',
      archive_app_filter: true,
      archive_field: null,
      archive_value: null,
      autosave_revision_interval: null,
      collapse: 'open',
      collection: name,
      color: null,
      display_template: displayTemplate ?? null,
      group: null,
      hidden: hidden ?? false,
      icon,
      item_duplication_fields: null,
      note: note ?? null,
      preview_url: null,
      singleton: false,
      sort: position + 1,
      sort_field: sortField ?? null,
      status: 'active',
      translations: null,
      unarchive_value: null,
      versioning: versioning ?? false,
    },
    schema: { name },
  }
}

const columns = {
  uuid: { data_type: 'uuid' },
  string: { data_type: 'character varying', max_length: 255 },
  text: { data_type: 'text' },
  json: { data_type: 'json' },
  boolean: { data_type: 'boolean' },
  integer: { data_type: 'integer', numeric_precision: 32, numeric_scale: 0 },
  timestamp: { data_type: 'timestamp with time zone' },
}

function fieldOf(collection: string, name: string, field: Field, position: number) {
  return {
    collection,
    field: name,
    type: field.type,
    meta: {
      collection,
      conditions: null,
      display: null,
      display_options: null,
      field: name,
      group: null,
      hidden: field.hidden ?? false,
      interface: field.interface,
      note: field.note ?? null,
      options: field.options ?? null,
      readonly: field.readonly ?? false,
      required: field.required ?? false,
      searchable: true,
      sort: position,
      special: field.special ?? null,
      translations: null,
      validation: null,
      validation_message: null,
      width: field.half ? 'half' : 'full',
    },
    schema: field.type === 'alias' ? null : columnOf(collection, name, field, columns[field.type]),
  }
}

function columnOf(table: string, name: string, field: Field, column: object) {
  return {
    name,
    table,
    default_value: field.default ?? null,
    max_length: null,
    numeric_precision: null,
    numeric_scale: null,
    is_nullable: !(field.primary || field.required),
    is_unique: Boolean(field.primary || field.unique),
    is_indexed: false,
    is_primary_key: field.primary ?? false,
    is_generated: false,
    generation_expression: null,
    has_auto_increment: false,
    foreign_key_table: field.relation?.to ?? null,
    foreign_key_column: field.relation?.to ? 'id' : null,
    ...column,
  }
}

function relationOf(collection: string, field: string, relation: Relation) {
  return {
    collection,
    field,
    related_collection: relation.to,
    meta: {
      junction_field: relation.junction ?? null,
      many_collection: collection,
      many_field: field,
      one_allowed_collections: relation.allowed ?? null,
      one_collection: relation.to,
      one_collection_field: relation.allowed ? 'collection' : null,
      one_deselect_action: relation.onDelete === 'CASCADE' ? 'delete' : 'nullify',
      one_field: relation.list ?? null,
      sort_field: relation.sort ?? null,
    },
    schema: relation.to && {
      table: collection,
      column: field,
      foreign_key_table: relation.to,
      foreign_key_column: 'id',
      constraint_name: `${collection}_${field}_foreign`,
      on_update: 'NO ACTION',
      on_delete: relation.onDelete ?? 'SET NULL',
    },
  }
}
