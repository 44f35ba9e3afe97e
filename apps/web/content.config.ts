import { defineCollection, defineContentConfig } from '@nuxt/content'
import { z } from 'zod'

export default defineContentConfig({
  collections: {
    docs: defineCollection({
      type: 'page',
      source: { include: 'docs/**/*.md', prefix: '/docs' },
      schema: z.object({ section: z.string() }),
    }),
    changelog: defineCollection({
      type: 'page',
      source: { include: 'changelog/*.md', prefix: '/changelog' },
      schema: z.object({ version: z.string(), date: z.string() }),
    }),
  },
})
