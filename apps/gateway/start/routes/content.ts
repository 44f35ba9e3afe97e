import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const AssetFilesController = () => import('#content/controllers/asset_files_controller')
const AssetsController = () => import('#content/controllers/assets_controller')
const AuthorsController = () => import('#content/controllers/authors_controller')
const BlockTypesController = () => import('#content/controllers/block_types_controller')
const CollectionItemsController = () => import('#content/controllers/collection_items_controller')
const ContentSearchController = () => import('#content/controllers/content_search_controller')
const ContentEventsController = () => import('#content/controllers/content_events_controller')
const EditorialPostsController = () => import('#content/controllers/editorial_posts_controller')
const EntriesController = () => import('#content/controllers/entries_controller')
const EntryDraftsController = () => import('#content/controllers/entry_drafts_controller')
const EntryEditionsController = () => import('#content/controllers/entry_editions_controller')
const EntryPublicationsController = () => import('#content/controllers/entry_publications_controller')
const EntryRestorationsController = () => import('#content/controllers/entry_restorations_controller')
const EntrySchedulesController = () => import('#content/controllers/entry_schedules_controller')
const EntryTranslationsController = () => import('#content/controllers/entry_translations_controller')
const FilesController = () => import('#content/controllers/files_controller')
const FormSubmissionsController = () => import('#content/controllers/form_submissions_controller')
const GraphqlAnswersController = () => import('#content/controllers/graphql_answers_controller')
const PageEntriesController = () => import('#content/controllers/page_entries_controller')
const PagesController = () => import('#content/controllers/pages_controller')
const PostEntriesController = () => import('#content/controllers/post_entries_controller')
const PostsController = () => import('#content/controllers/posts_controller')
const PreviewLinksController = () => import('#content/controllers/preview_links_controller')
const PreviewsController = () => import('#content/controllers/previews_controller')
const PurgesController = () => import('#content/controllers/purges_controller')
const SharedPreviewsController = () => import('#content/controllers/shared_previews_controller')
const SiteController = () => import('#content/controllers/site_controller')
const SitemapController = () => import('#content/controllers/sitemap_controller')
const StudioController = () => import('#content/controllers/studio_controller')
const StudioEntranceController = () => import('#content/controllers/studio_entrance_controller')
const StudioScriptsController = () => import('#content/controllers/studio_scripts_controller')
const StudioSeatsController = () => import('#content/controllers/studio_seats_controller')
const StudioSessionsController = () => import('#content/controllers/studio_sessions_controller')
const StudioSocketsController = () => import('#content/controllers/studio_sockets_controller')

// Content for everyone, from the cache.
router
  .group(() => {
    router.get('site', [SiteController, 'show']).as('cms.site')
    router.get('sitemap', [SitemapController, 'show']).as('cms.sitemap')
    router.get('pages', [PagesController, 'show']).as('cms.home')
    router.get('pages/*', [PagesController, 'show']).as('cms.page')
    router.get('posts', [PostsController, 'index']).as('cms.posts.index')
    router.get('posts/:slug', [PostsController, 'show']).as('cms.posts.show')
    router.get('authors/:slug', [AuthorsController, 'show']).as('cms.authors.show')
    router.get('search', [ContentSearchController, 'index']).as('cms.search')
    router.get('events', [ContentEventsController, 'index']).as('cms.events.index')
    router.get('assets/:id', [AssetsController, 'show']).as('cms.assets.show')
    router.get('assets/:id/file', [AssetFilesController, 'show']).as('cms.asset_files.show')
  })
  .prefix('api/cms')
  .use(middleware.limit('reads'))

// The same for programs, which ask for what they want of it.
router
  .group(() => {
    router
      .get('collections/:collection', [CollectionItemsController, 'index'])
      .as('cms.collection_items.index')
    router
      .get('collections/:collection/:id', [CollectionItemsController, 'show'])
      .as('cms.collection_items.show')
    router.post('graphql', [GraphqlAnswersController, 'store']).as('cms.graphql_answers.store')
  })
  .prefix('api/cms')
  .use(middleware.limit('queries'))

router
  .post('api/cms/forms/:id/submissions', [FormSubmissionsController, 'store'])
  .as('cms.form_submissions.store')
  .use(middleware.limit('submissions'))

// Drafts for whoever has a link to them, sealed and for a time.
router
  .get('api/cms/previews/shared', [SharedPreviewsController, 'show'])
  .as('cms.shared_previews.show')
  .use(middleware.limit('reads'))

// Content as it is edited, by everybody in their own name.
router
  .group(() => {
    router.get('entries', [EntriesController, 'index']).as('cms.entries.index')
    router.get('entries/posts/:id', [PostEntriesController, 'show']).as('cms.post_entries.show')
    router.get('entries/pages/:id', [PageEntriesController, 'show']).as('cms.page_entries.show')
    router
      .get('entries/:kind/:id/editions', [EntryEditionsController, 'index'])
      .as('cms.entry_editions.index')
    router
      .get('entries/:kind/:id/editions/:edition', [EntryEditionsController, 'show'])
      .as('cms.entry_editions.show')
    router.get('previews/:kind/:id', [PreviewsController, 'show']).as('cms.previews.show')
    router.get('files', [FilesController, 'index']).as('cms.files.index')
    router.get('files/:id', [FilesController, 'show']).as('cms.files.show')
    router.get('block-types', [BlockTypesController, 'index']).as('cms.block_types.index')
  })
  .prefix('api/cms')
  .use([middleware.limit('reads'), middleware.session(), middleware.auth(), middleware.can('content.read')])

// Drafts, which visitors do not see, and files.
router
  .group(() => {
    router.patch('files/:id', [FilesController, 'update']).as('cms.files.update')
    router.delete('files/:id', [FilesController, 'destroy']).as('cms.files.destroy')
    router.post('entries/posts', [PostEntriesController, 'store']).as('cms.post_entries.store')
    router.patch('entries/posts/:id', [PostEntriesController, 'update']).as('cms.post_entries.update')
    router.post('entries/pages', [PageEntriesController, 'store']).as('cms.page_entries.store')
    router.patch('entries/pages/:id', [PageEntriesController, 'update']).as('cms.page_entries.update')
    router
      .post('entries/:kind/:id/editions/:edition/restoration', [EntryRestorationsController, 'store'])
      .as('cms.entry_restorations.store')
    router
      .post('entries/:kind/:id/preview-links', [PreviewLinksController, 'store'])
      .as('cms.preview_links.store')
    router
      .post('entries/:kind/:id/translations', [EntryTranslationsController, 'store'])
      .as('cms.entry_translations.store')
    router
      .delete('entries/:kind/:id/draft', [EntryDraftsController, 'destroy'])
      .as('cms.entry_drafts.destroy')
  })
  .prefix('api/cms')
  .use([
    middleware.limit('writes'),
    middleware.session(),
    middleware.csrf(),
    middleware.auth(),
    middleware.can('content.write'),
    middleware.idempotency(),
  ])

// An upload goes through as it arrives, so no answer to it is kept to be repeated.
router
  .post('api/cms/files', [FilesController, 'store'])
  .as('cms.files.store')
  .use([
    middleware.limit('writes'),
    middleware.session(),
    middleware.csrf(),
    middleware.auth(),
    middleware.can('content.write'),
  ])

// What visitors see, and when.
router
  .group(() => {
    router
      .post('entries/:kind/:id/publication', [EntryPublicationsController, 'store'])
      .as('cms.entry_publications.store')
    router
      .delete('entries/:kind/:id/publication', [EntryPublicationsController, 'destroy'])
      .as('cms.entry_publications.destroy')
    router
      .delete('entries/:kind/:id/schedule', [EntrySchedulesController, 'destroy'])
      .as('cms.entry_schedules.destroy')
    router.delete('entries/:kind/:id', [EntriesController, 'destroy']).as('cms.entries.destroy')
    // What is in the table is published, so whoever changes it publishes.
    router.post('posts', [EditorialPostsController, 'store']).as('cms.posts.store')
    router.patch('posts/:id', [EditorialPostsController, 'update']).as('cms.posts.update')
    router.delete('posts/:id', [EditorialPostsController, 'destroy']).as('cms.posts.destroy')
  })
  .prefix('api/cms')
  .use([
    middleware.limit('writes'),
    middleware.session(),
    middleware.csrf(),
    middleware.auth(),
    middleware.can('content.publish'),
    middleware.idempotency(),
  ])

// Seats of the Studio, for whoever may take one.
router
  .group(() => {
    router
      .get('studio/seats', [StudioSeatsController, 'show'])
      .as('cms.studio_seats.show')
      .use(middleware.limit('reads'))
    router
      .delete('studio/seats/mine', [StudioSeatsController, 'destroy'])
      .as('cms.studio_seats.destroy')
      .use(middleware.limit('writes'))
  })
  .prefix('api/cms')
  .use([middleware.session(), middleware.csrf(), middleware.auth(), middleware.can('content.publish')])

// The Studio itself, passed on to Directus as the editor. It knows nothing of our CSRF token.
router
  .group(() => {
    router.get('studio', [StudioEntranceController, 'show']).as('studio.entrance')
    router.get('studio/gantry.js', [StudioScriptsController, 'show']).as('studio.script')
    router.post('studio/auth/refresh', [StudioSessionsController, 'update']).as('studio.refresh')
    router.post('studio/auth/logout', [StudioSessionsController, 'destroy']).as('studio.logout')
    router
      .route(
        'studio/*',
        ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'SEARCH'],
        [StudioController, 'show'],
      )
      .as('studio.show')
    router.get('websocket', [StudioSocketsController, 'show']).as('studio.socket')
  })
  .use([
    middleware.studioLanding(),
    middleware.limit('studio'),
    middleware.session('required'),
    middleware.sameOrigin(),
    middleware.auth(),
    middleware.can('content.publish'),
  ])

// From inside: only the internal listener answers here.
router.post('internal/cms/purges', [PurgesController, 'store']).as('internal.cms.purges.store')
