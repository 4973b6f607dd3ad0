// Drives the sandbox's Stripe with Stripe's own library. Arguments: base URL, key, webhook secret.
import assert from 'node:assert/strict';
import Stripe from 'stripe';

const [base, key, secret] = process.argv.slice(2);
const url = new URL(base);
const stripe = new Stripe(key, {
  host: url.hostname, port: url.port, protocol: 'http', maxNetworkRetries: 0, telemetry: false,
});
const wish = (reference) => ({
  mode: 'payment',
  success_url: 'https://shop.test/back',
  client_reference_id: reference,
  metadata: { payment: reference },
  payment_intent_data: { metadata: { payment: reference } },
  line_items: [{ quantity: 1, price_data: { currency: 'rub', unit_amount: 19900, product_data: { name: 'Pro, 30 дней' } } }],
});
const post = (path, body) => fetch(base + path, { method: 'POST', body: JSON.stringify(body ?? {}), headers: { 'content-type': 'application/json' } });

const first = await stripe.checkout.sessions.create(wish('one'), { idempotencyKey: 'key-1' });
assert.equal(first.status, 'open');
assert.equal(first.payment_status, 'unpaid');
assert.equal(first.amount_total, 19900);
assert.equal(first.metadata.payment, 'one');
const again = await stripe.checkout.sessions.create(wish('one'), { idempotencyKey: 'key-1' });
assert.equal(again.id, first.id);
await assert.rejects(
  stripe.checkout.sessions.create(wish('two'), { idempotencyKey: 'key-1' }),
  (e) => e.type === 'StripeIdempotencyError');
await assert.rejects(
  stripe.checkout.sessions.create({ ...wish('two'), payment_method_types: ['card'] }),
  (e) => e.type === 'StripeInvalidRequestError' && e.code === 'parameter_unknown');
await assert.rejects(stripe.checkout.sessions.retrieve('cs_none'), (e) => e.code === 'resource_missing');
await assert.rejects(new Stripe('sk_test_wrong', { host: url.hostname, port: url.port, protocol: 'http' }).balance.retrieve(),
  (e) => e.type === 'StripeAuthenticationError');

await post('/_sandbox/sessions/' + first.id + '/pay');
const paid = await stripe.checkout.sessions.retrieve(first.id, { expand: ['payment_intent.latest_charge'] });
assert.equal(paid.status, 'complete');
assert.equal(paid.payment_status, 'paid');
assert.equal(paid.payment_intent.status, 'succeeded');
assert.equal(paid.payment_intent.metadata.payment, 'one');
assert.equal(paid.payment_intent.latest_charge.amount, 19900);

for (let i = 0; i < 12; i++) await stripe.checkout.sessions.create(wish('many-' + i));
const all = [];
for await (const session of stripe.checkout.sessions.list({ limit: 5, created: { gte: 1 } })) all.push(session.client_reference_id);
assert.equal(all.length, 13);
assert.equal(all.at(-1), 'one');

const expired = await stripe.checkout.sessions.expire((await stripe.checkout.sessions.list({ limit: 1 })).data[0].id);
assert.equal(expired.status, 'expired');
assert.equal(expired.url, null);

const refund = await stripe.refunds.create({ payment_intent: paid.payment_intent.id, amount: 900 }, { idempotencyKey: 'refund-1' });
assert.equal(refund.status, 'succeeded');
assert.equal((await stripe.refunds.create({ payment_intent: paid.payment_intent.id, amount: 900 }, { idempotencyKey: 'refund-1' })).id, refund.id);
await assert.rejects(stripe.refunds.create({ payment_intent: paid.payment_intent.id, amount: 19900 }), (e) => e.code === 'amount_too_large');

assert.equal((await stripe.refunds.retrieve(refund.id)).payment_intent, paid.payment_intent.id);
assert.deepEqual((await stripe.checkout.sessions.list({ payment_intent: paid.payment_intent.id })).data.map((one) => one.id), [first.id]);
const disputed = await (await post('/_sandbox/intents/' + paid.payment_intent.id + '/dispute')).json();
assert.equal((await stripe.disputes.retrieve(disputed.id)).status, 'needs_response');
await post('/_sandbox/disputes/' + disputed.id + '/won');
assert.equal((await stripe.disputes.retrieve(disputed.id)).status, 'won');

const keeping = await stripe.checkout.sessions.create({
  ...wish('keep'), customer_creation: 'always',
  payment_intent_data: { metadata: { payment: 'keep' }, setup_future_usage: 'off_session' },
});
await post('/_sandbox/sessions/' + keeping.id + '/pay');
const { payment_intent: intentOfKept } = await stripe.checkout.sessions.retrieve(keeping.id);
const kept = await stripe.paymentIntents.retrieve(intentOfKept, { expand: ['payment_method'] });
assert.equal(kept.payment_method.card.last4, '4242');
assert.equal(kept.payment_method.customer, kept.customer);
assert.equal(kept.setup_future_usage, 'off_session');
const charge = (key, more) => stripe.paymentIntents.create({
  amount: 19900, currency: 'rub', customer: kept.customer, payment_method: kept.payment_method.id, off_session: true, confirm: true,
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' }, metadata: { payment: 'charge' }, ...more,
}, { idempotencyKey: key });
const charged = await charge('charge-1');
assert.equal(charged.status, 'succeeded');
assert.equal((await charge('charge-1')).id, charged.id);
await post('/_sandbox/cards/' + kept.payment_method.id + '/refuse/authentication_required');
for (const key of ['charge-2', 'charge-2']) {
  await assert.rejects(charge(key), (e) =>
    e.type === 'StripeCardError' && e.code === 'authentication_required' && e.payment_intent.status === 'requires_payment_method');
}
await post('/_sandbox/cards/' + kept.payment_method.id + '/recover');
assert.equal((await stripe.paymentIntents.list({ limit: 100 })).data.filter((one) => one.metadata.payment === 'charge').length, 2);
assert.equal((await stripe.paymentMethods.detach(kept.payment_method.id)).customer, null);
await assert.rejects(stripe.paymentMethods.detach(kept.payment_method.id), (e) => e.type === 'StripeInvalidRequestError');
await assert.rejects(charge('charge-3'), (e) => e.type === 'StripeInvalidRequestError' && e.param === 'payment_method');

const { webhooks } = await (await fetch(base + '/_sandbox/webhooks')).json();
assert.ok(webhooks.length > 4);
for (const push of webhooks) {
  const event = stripe.webhooks.constructEvent(push.body, push.headers['Stripe-Signature'], secret);
  assert.equal(event.object, 'event');
  assert.throws(() => stripe.webhooks.constructEvent(push.body + ' ', push.headers['Stripe-Signature'], secret));
}
const types = (await stripe.events.list({ limit: 100 })).data.map((event) => event.type);
for (const type of ['checkout.session.completed', 'payment_intent.succeeded', 'charge.succeeded', 'checkout.session.expired', 'charge.refunded', 'refund.created']) {
  assert.ok(types.includes(type), type);
}
console.log('stripe agrees');
