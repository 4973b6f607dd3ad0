// Drives the sandbox's YooKassa with an independent client. Arguments: base URL, shop, key.
import assert from 'node:assert/strict';
import sdkModule from '@webzaytsev/yookassa-ts-sdk';

const { YooKassa, parseNotification, isYooKassaIP } = sdkModule;
const [base, shop, key] = process.argv.slice(2);
const options = { shop_id: shop, secret_key: key, endpoint: base + '/v3', retries: 0, maxRPS: 100 };
const sdk = YooKassa(options);
const wish = (reference) => ({
  amount: { value: '199.00', currency: 'RUB' },
  capture: true,
  confirmation: { type: 'redirect', return_url: 'https://shop.test/back' },
  description: 'Pro, 30 дней',
  metadata: { payment: reference },
});
const post = (path, body) => fetch(base + path, { method: 'POST', body: JSON.stringify(body ?? {}), headers: { 'content-type': 'application/json' } });
const refused = (code) => (e) => JSON.stringify(e, Object.getOwnPropertyNames(e)).includes(code);

const first = await sdk.payments.create(wish('one'), 'key-1');
assert.equal(first.status, 'pending');
assert.equal(first.amount.value, '199.00');
assert.equal(first.paid, false);
assert.equal(first.test, true);
assert.ok(first.confirmation.confirmation_url.startsWith(base));
assert.equal((await sdk.payments.create(wish('one'), 'key-1')).id, first.id);
await assert.rejects(sdk.payments.create(wish('two'), 'key-1'), refused('invalid_request'));
await assert.rejects(sdk.payments.create({ ...wish('two'), amount: { value: '0.00', currency: 'RUB' } }, 'key-2'), refused('invalid_request'));
await assert.rejects(sdk.payments.load('00000000-0000-0000-0000-000000000000'), refused('not_found'));

await post('/_sandbox/payments/' + first.id + '/pay');
const paid = await sdk.payments.load(first.id);
assert.equal(paid.status, 'succeeded');
assert.equal(paid.paid, true);
assert.equal(paid.metadata.payment, 'one');
assert.ok(paid.captured_at);

const held = await sdk.payments.create({ ...wish('held'), capture: false }, 'key-3');
await post('/_sandbox/payments/' + held.id + '/pay');
assert.equal((await sdk.payments.load(held.id)).status, 'waiting_for_capture');
assert.equal((await sdk.payments.capture(held.id, {}, 'key-4')).status, 'succeeded');
const given = await sdk.payments.create({ ...wish('given back'), capture: false }, 'key-5');
await post('/_sandbox/payments/' + given.id + '/pay');
assert.equal((await sdk.payments.cancel(given.id, 'key-6')).status, 'canceled');

for (let i = 0; i < 12; i++) await sdk.payments.create(wish('many-' + i), 'many-' + i);
const all = await sdk.payments.list({ limit: 10 }); // page by page, to the last
assert.equal(all.length, 15);
assert.equal(new Set(all.map((one) => one.id)).size, 15);
assert.equal(all.at(-1).id, first.id);

const part = { payment_id: first.id, amount: { value: '50.00', currency: 'RUB' }, description: 'Refund one' };
const refund = await sdk.refunds.create(part, 'refund-1');
assert.equal(refund.status, 'succeeded');
assert.equal(refund.payment_id, first.id);
assert.equal((await sdk.refunds.create(part, 'refund-1')).id, refund.id);
await assert.rejects(sdk.refunds.create({ ...part, description: 'Refund two' }, 'refund-1'), refused('invalid_request'));
await assert.rejects(sdk.refunds.create({ ...part, amount: { value: '149.01', currency: 'RUB' } }, 'refund-2'), refused('invalid_request'));
await post('/_sandbox/refunds/next/canceled');
assert.equal((await sdk.refunds.create(part, 'refund-3')).cancellation_details.reason, 'insufficient_funds');
await post('/_sandbox/refunds/next/succeeded');
await post('/_sandbox/payments/' + first.id + '/refund', { value: '149.00' });
assert.equal((await sdk.refunds.load(refund.id)).amount.value, '50.00');
const refunds = await sdk.refunds.list({ payment_id: first.id, limit: 2 });
assert.deepEqual(refunds.map((one) => one.status).sort(), ['canceled', 'succeeded', 'succeeded']);
const after = await sdk.payments.load(first.id);
assert.equal(after.status, 'succeeded');
assert.equal(after.refunded_amount.value, '199.00');
assert.equal(after.refundable, false);

const { webhooks } = await (await fetch(base + '/_sandbox/webhooks')).json();
assert.deepEqual(webhooks.map((one) => one.event.split(' ')[0]),
  ['payment.succeeded', 'payment.waiting_for_capture', 'payment.succeeded', 'payment.waiting_for_capture', 'payment.canceled', 'refund.succeeded', 'refund.succeeded']);
for (const one of webhooks) {
  const body = typeof one.body === 'string' ? JSON.parse(one.body) : one.body;
  assert.equal(parseNotification(body).event, one.event.split(' ')[0]);
}
assert.ok(isYooKassaIP('185.71.76.1'));
console.log('yookassa agrees');
process.exit(0);
