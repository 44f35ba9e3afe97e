import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const ActiveOrganizationController = () => import('#organizations/controllers/active_organization_controller')
const OrganizationsController = () => import('#organizations/controllers/organizations_controller')

router
  .get('api/organizations', [OrganizationsController, 'index'])
  .as('organizations.index')
  .use([middleware.limit('reads'), middleware.session(), middleware.auth(), middleware.own()])

router
  .put('api/organizations/active', [ActiveOrganizationController, 'update'])
  .as('organizations.activate')
  .use([
    middleware.limit('writes'),
    middleware.session('required'),
    middleware.csrf(),
    middleware.auth(),
    middleware.own(),
  ])
