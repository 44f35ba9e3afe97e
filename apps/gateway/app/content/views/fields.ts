/** Which fields of Directus each view asks for; never `*` where people's pages are made of it. */
export const fileFields = [
  'id',
  'width',
  'height',
  'title',
  'description',
  'focal_point_x',
  'focal_point_y',
  'modified_on',
] as const

export const authorFields = ['id', 'slug', 'name', 'title', { avatar: fileFields }] as const

export const summaryFields = [
  'id',
  'slug',
  'language',
  'title',
  'excerpt',
  'tags',
  'published_at',
  'date_updated',
  { image: fileFields },
  { author: authorFields },
  { category: ['id', 'slug', 'name', 'description', 'sort'] },
] as const

export const postFields = [...summaryFields, 'body', 'seo', 'date_created'] as const
