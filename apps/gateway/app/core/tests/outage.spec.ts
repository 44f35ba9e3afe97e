import { test } from '@japa/runner'
import { toOutage } from '#core/exceptions/outage'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'
import { networkOf } from '#core/middleware/limit_middleware'

const failure = (message: string, code?: string) => Object.assign(new Error(message), { code })

test.group('Outages', () => {
  test('{0} means that {1} is gone')
    .with([
      ['database', failure('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED')],
      ['database', failure('Knex: Timeout acquiring a connection. The pool is probably full.')],
      ['database', failure('terminating connection due to administrator command', '57P01')],
      ['database', failure('canceling statement due to statement timeout', '57014')],
      ['database', failure('Connection terminated unexpectedly')],
      ['redis', failure('Command timed out')],
      ['redis', failure("Stream isn't writeable and enableOfflineQueue options is false")],
      ['redis', failure('Connection is closed.')],
    ] as const)
    .run(({ assert }, [service, error]) => {
      const outage = toOutage(error)
      assert.instanceOf(outage, ServiceUnavailableException)
      assert.equal((outage as ServiceUnavailableException).service, service)
    })

  test('a mistake of ours stays one', ({ assert }) => {
    const mistake = failure('column "x" does not exist', '42703')
    assert.strictEqual(toOutage(mistake), mistake)
  })
})

test.group('One address', () => {
  test('{0} counts as {1}')
    .with([
      ['192.0.2.7', '192.0.2.7'],
      ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
      ['2001:db8::1', '2001:db8:0:0::/64'],
      ['::1', '0:0:0:0::/64'],
    ] as const)
    .run(({ assert }, [address, network]) => assert.equal(networkOf(address), network))
})
