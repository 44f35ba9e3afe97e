import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const ActiveOrganizationController = () => import('#organizations/controllers/active_organization_controller')
const AcceptancesController = () => import('#organizations/controllers/acceptances_controller')
const InvitationMailsController = () => import('#organizations/controllers/invitation_mails_controller')
const InvitationsController = () => import('#organizations/controllers/invitations_controller')
const InvitedRegistrationsController = () =>
  import('#organizations/controllers/invited_registrations_controller')
const LogosController = () => import('#organizations/controllers/logos_controller')
const MembersController = () => import('#organizations/controllers/members_controller')
const OrganizationsController = () => import('#organizations/controllers/organizations_controller')
const TeamsController = () => import('#organizations/controllers/teams_controller')
const ReceivedInvitationsController = () =>
  import('#organizations/controllers/received_invitations_controller')
const TwoFactorRequirementsController = () =>
  import('#organizations/controllers/two_factor_requirements_controller')
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
    router
      .get('teams', [TeamsController, 'index'])
      .as('organizations.teams.index')
      .use(middleware.can('team.read'))
    router
      .get('invitations', [InvitationsController, 'index'])
      .as('organizations.invitations.index')
      .use(middleware.can('member.invite'))
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
      .post('logo', [LogosController, 'store'])
      .as('organizations.logo.store')
      .use([middleware.can('organization.update'), middleware.upload('avatar')])
    router
      .delete('logo', [LogosController, 'destroy'])
      .as('organizations.logo.destroy')
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
      .delete('invitations/:id', [InvitationsController, 'destroy'])
      .as('organizations.invitations.destroy')
      .use(middleware.can('member.invite'))
    router
      .post('teams', [TeamsController, 'store'])
      .as('organizations.teams.store')
      .use([middleware.can('team.manage'), middleware.idempotency()])
    router
      .patch('teams/:id', [TeamsController, 'update'])
      .as('organizations.teams.update')
      .use(middleware.can('team.manage'))
    router
      .delete('teams/:id', [TeamsController, 'destroy'])
      .as('organizations.teams.destroy')
      .use(middleware.can('team.manage'))
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

// What every member has to have, decided only by who has just proved who they are.
router
  .group(() => {
    router.post('/', [TwoFactorRequirementsController, 'store']).as('organizations.two_factor.store')
    router.delete('/', [TwoFactorRequirementsController, 'destroy']).as('organizations.two_factor.destroy')
  })
  .prefix('api/organizations/:organizationId/two-factor')
  .use([
    middleware.limit('writes'),
    middleware.session('required'),
    middleware.csrf(),
    middleware.auth(),
    middleware.organization(),
    middleware.can('two_factor.require'),
    middleware.confirmed(),
  ])

// Inviting: each sends a mail to somebody.
router
  .group(() => {
    router.post('/', [InvitationsController, 'store']).as('organizations.invitations.store')
    router.post(':id/mail', [InvitationMailsController, 'store']).as('organizations.invitations.mail')
  })
  .prefix('api/organizations/:organizationId/invitations')
  .use([
    middleware.session(),
    middleware.csrf(),
    middleware.auth(),
    middleware.organization(),
    middleware.can('member.invite'),
    middleware.verified('invite'),
    middleware.attempts('invitations'),
    middleware.idempotency(),
  ])

// Public: whoever holds the secret of a mail reads the invitation, and registers by it.
router
  .post('api/invitations', [ReceivedInvitationsController, 'store'])
  .as('invitations.show')
  .use([middleware.limit('writes'), middleware.session(), middleware.csrf()])
router
  .post('api/invitations/registration', [InvitedRegistrationsController, 'store'])
  .as('invitations.register')
  .use([middleware.attempts('registration'), middleware.session('required'), middleware.csrf()])

// Signed in: becoming a member.
router
  .post('api/invitations/acceptance', [AcceptancesController, 'store'])
  .as('invitations.accept')
  .use([
    middleware.limit('writes'),
    middleware.session('required'),
    middleware.csrf(),
    middleware.auth(),
    middleware.own(),
  ])
