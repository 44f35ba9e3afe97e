import { queryCollection } from '@nuxt/content/server'

export default defineEventHandler((event) => queryCollection(event, 'changelog').order('date', 'DESC').all())
