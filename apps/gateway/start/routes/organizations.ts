import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const ActiveOrganizationController = () => import('#organizations/controllers/active_organization_controller')
const MembersController = () => import('#organizations/controllers/members_controller')
const OrganizationsController = () => import('#organizations/controllers/organizations_controller')
const OwnMembershipController = () => import('#organizations/controllers/own_membership_controller')

// Everything that one belongs to.
router
  .get('api/organizations', [OrganizationsController, 'index'])
  .as('organizations.index')
  .use([middleware.limit('reads'), middleware.session(), middleware.auth(), middleware.own()])
router
  .post('api/organizations', [OrganizationsController, 'store'])
  .as('organizations.store')
  .use([
    middleware.limit('writes'),
    middleware.session(),
    middleware.csrf(),
    middleware.auth(),
    middleware.own(),
    middleware.idempotency(),
  ])
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

// The organization in the address: reads.
router
  .group(() => {
    router
      .get('/', [OrganizationsController, 'show'])
      .as('organizations.show')
      .use(middleware.can('organization.read'))
    router
      .get('members', [MembersController, 'index'])
      .as('organizations.members.index')
      .use(middleware.can('member.read'))
  })
  .prefix('api/organizations/:organizationId')
  .use([middleware.limit('reads'), middleware.session(), middleware.auth(), middleware.organization()])

// What changes it.
router
  .group(() => {
    router
      .patch('/', [OrganizationsController, 'update'])
      .as('organizations.update')
      .use(middleware.can('organization.update'))
    router
      .patch('members/:userId', [MembersController, 'update'])
      .as('organizations.members.update')
      .use(middleware.can('member.update'))
    router
      .delete('members/:userId', [MembersController, 'destroy'])
      .as('organizations.members.destroy')
      .use(middleware.can('member.remove'))
    router
      .delete('membership', [OwnMembershipController, 'destroy'])
      .as('organizations.leave')
      .use(middleware.own())
  })
  .prefix('api/organizations/:organizationId')
  .use([
    middleware.limit('writes'),
    middleware.session(),
    middleware.csrf(),
    middleware.auth(),
    middleware.organization(),
  ])

// Deleted only by who has just proved who they are.
router
  .delete('api/organizations/:organizationId', [OrganizationsController, 'destroy'])
  .as('organizations.destroy')
  .use([
    middleware.limit('writes'),
    middleware.session('required'),
    middleware.csrf(),
    middleware.auth(),
    middleware.organization(),
    middleware.can('organization.delete'),
    middleware.confirmed(),
  ])
