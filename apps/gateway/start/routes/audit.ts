import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const EventChoicesController = () => import('#audit/controllers/event_choices_controller')
const EventExportsController = () => import('#audit/controllers/event_exports_controller')
const EventsController = () => import('#audit/controllers/events_controller')
const OwnEventsController = () => import('#audit/controllers/own_events_controller')

// The ledger, as a person reads it about themselves.
router
  .get('api/user/events', [OwnEventsController, 'index'])
  .as('user.events.index')
  .use([middleware.limit('reads'), middleware.session(), middleware.auth(), middleware.own()])

// As an organization reads it.
router
  .group(() => {
    router.get('audit', [EventsController, 'index']).as('audit.index')
    router.get('audit/choices', [EventChoicesController, 'show']).as('audit.choices')
  })
  .prefix('api')
  .use([
    middleware.limit('reads'),
    middleware.session(),
    middleware.auth(),
    middleware.organization(),
    middleware.can('audit.read'),
  ])
router
  .get('api/audit.csv', [EventExportsController, 'show'])
  .as('audit.export')
  .use([
    middleware.limit('exports'),
    middleware.session(),
    middleware.auth(),
    middleware.organization(),
    middleware.can('audit.export'),
  ])
