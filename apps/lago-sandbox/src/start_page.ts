import type { Context } from 'hono'
import { html } from 'hono/html'
import { page } from './checkout/layout.ts'
import type { Clock } from './clock.ts'
import type { Sandbox } from './sandbox.ts'

const ENDPOINTS = [
  ['/api/v1', 'The billing API, with the API key as bearer token'],
  ['/_sandbox/clock', 'GET, PUT {now}; POST /advance {to | days | hours}; POST /tick'],
  ['/_sandbox/provider', 'PUT {next: succeed | fail | require_action}: how the next payment ends'],
  ['/_sandbox/webhooks', 'What was sent, with its outcome'],
  ['/_sandbox/reset', 'POST: start over'],
] as const

export const startPage = (sandbox: Sandbox, clock: Clock) => async (c: Context) =>
  page(c, {
    title: 'Billing sandbox',
    content: html`<section>
        <h1>Billing sandbox</h1>
        <p>
          This server speaks the part of Lago's API that the product uses, with Lago's arithmetic, for
          development and tests. Payments are simulated and the clock can be moved.
        </p>
        <p>
          It is <strong>${(await clock.now()).toISOString().slice(0, 19).replace('T', ' ')} UTC</strong> here.
        </p>
        <p>
          <a href="${new URL(sandbox.env.paymentRedirectUrl).origin}">Open the product</a> ·
          <a href="/health">Health</a>
        </p>
      </section>
      <section aria-labelledby="doors">
        <h2 id="doors">Doors</h2>
        <div class="scroll" tabindex="0" role="region" aria-label="Table of doors">
          <table>
            <thead>
              <tr>
                <th scope="col">Path</th>
                <th scope="col">What</th>
              </tr>
            </thead>
            <tbody>
              ${ENDPOINTS.map(
                ([path, what]) =>
                  html`<tr>
                    <td><code>${path}</code></td>
                    <td>${what}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </section>`,
  })
