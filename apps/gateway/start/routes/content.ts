import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const AssetsController = () => import('#content/controllers/assets_controller')
const EditorialPostsController = () => import('#content/controllers/editorial_posts_controller')
const FormSubmissionsController = () => import('#content/controllers/form_submissions_controller')
const PagesController = () => import('#content/controllers/pages_controller')
const PostsController = () => import('#content/controllers/posts_controller')
const PurgesController = () => import('#content/controllers/purges_controller')
const SiteController = () => import('#content/controllers/site_controller')
const SitemapController = () => import('#content/controllers/sitemap_controller')

// Content for everyone, from the cache.
router
  .group(() => {
    router.get('site', [SiteController, 'show']).as('cms.site')
    router.get('sitemap', [SitemapController, 'show']).as('cms.sitemap')
    router.get('pages', [PagesController, 'show']).as('cms.home')
    router.get('pages/*', [PagesController, 'show']).as('cms.page')
    router.get('posts', [PostsController, 'index']).as('cms.posts.index')
    router.get('posts/:slug', [PostsController, 'show']).as('cms.posts.show')
    router.get('assets/:id', [AssetsController, 'show']).as('cms.assets.show')
  })
  .prefix('api/cms')
  .use(middleware.limit('reads'))

router
  .post('api/cms/forms/:id/submissions', [FormSubmissionsController, 'store'])
  .as('cms.form_submissions.store')
  .use(middleware.limit('submissions'))

// Content for editors, as themselves.
router
  .group(() => {
    router.get('collections/posts', [EditorialPostsController, 'index']).as('cms.entries.index')
    router.get('collections/posts/:id', [EditorialPostsController, 'show']).as('cms.entries.show')
  })
  .prefix('api/cms')
  .use([middleware.limit('reads'), middleware.session(), middleware.auth(), middleware.can('content.read')])

// What is in the table is published, so whoever changes it publishes.
router
  .group(() => {
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

// From inside: only the internal listener answers here.
router.post('internal/cms/purges', [PurgesController, 'store']).as('internal.cms.purges.store')
