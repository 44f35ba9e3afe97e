import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertNoComplaints,
  closeBrowser,
  expected,
  newcomer,
  openBrowser,
  person,
  picture,
} from './browser.mjs'
import { confirmAddress, payWith } from './billing.mjs'
import { ace, control, elsewhen, eventually, mailsTo } from './stack.mjs'

before(openBrowser)
after(closeBrowser)

const advance = (time) => control('POST', '/clock/advance', time)

/** How many mails with such a subject have come to an address. */
const told = async (address, subject) =>
  (await mailsTo(address)).filter((mail) => subject.test(mail.subject)).length

/** Takes steps, in each of which the card is refused, until so many mails say so. */
const dunUntil = (address, subject, count) =>
  eventually(`${count} mails about ${subject}`, async () => {
    if ((await told(address, subject)) >= count) return true
    await control('PUT', '/provider', { next: 'fail' })
    await ace('billing:dun')
    await advance({ hours: 0.2 })
  })

test('a card that fails is reminded of by the clock, suspended after the grace, and forgiven once it pays', async (t) => {
  // Before anybody else subscribed to anything, so that time passes for nobody but this one.
  await elsewhen(t, '2019-06-05T10:00:00Z')
  t.after(() => control('PUT', '/provider', { next: 'succeed' }))
  const visitor = await person()
  const { page } = visitor
  const email = await newcomer(visitor, 'Dunya')
  await confirmAddress(page, email)

  await page.goto('/dashboard/billing')
  await page.getByRole('button', { name: 'Choose Scale' }).click()
  await payWith(page, '4242 4242 4242 4242')
  await page.getByText('Active', { exact: true }).first().waitFor()

  await control('PUT', '/provider', { next: 'fail' })
  await advance({ days: 31 })
  await eventually('the mail on the day itself', async () => (await told(email, /has failed$/)) === 1)
  await page.reload()
  await page.getByText('An invoice is unpaid').waitFor()

  for (const [days, reminders] of [
    [1, 1],
    [2, 2],
    [4, 3],
  ]) {
    await advance({ days })
    await dunUntil(email, /is still unpaid$/, reminders)
  }
  assert.equal(await told(email, /can only be read now$/), 0)

  await advance({ days: 7 })
  await dunUntil(email, /can only be read now$/, 1)
  assert.equal(await told(email, /is still unpaid$/), 3)
  await page.reload()
  await page.getByText('Your organization can only be read').waitFor()
  await picture(page, 'dunning-suspended')

  await control('PUT', '/provider', { next: 'succeed' })
  await page
    .getByRole('button', { name: /^Pay invoice/ })
    .first()
    .click()
  await payWith(page, '4242 4242 4242 4242')
  await eventually('the mail that it works again', async () => (await told(email, /works again$/)) === 1)
  await page.goto('/dashboard/billing')
  await page.getByText('Active', { exact: true }).first().waitFor()
  assert.equal(await page.getByText('Your organization can only be read').count(), 0)
  expected(visitor, /status of 4\d\d/)
  assertNoComplaints(visitor)
  await visitor.close()
})
