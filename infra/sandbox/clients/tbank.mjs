// Drives the sandbox's T-Bank, signed by an independent client. Arguments: base URL, terminal, password.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { generateSignature } = require('@jfkz/tinkoff-payment-sdk/dist/common/signature.js');
const { WebhookHandler } = require('@jfkz/tinkoff-payment-sdk/dist/webhook-handler/webhook-handler.js');
const [base, terminal, password] = process.argv.slice(2);
const post = async (path, body) => (await fetch(base + path, { method: 'POST', body: JSON.stringify(body ?? {}), headers: { 'content-type': 'application/json' } })).json();
const call = (method, values, secret = password) => {
  const payload = { TerminalKey: terminal, ...values };
  return post('/v2/' + method, { ...payload, Token: generateSignature({ payload, password: secret }) });
};

const first = await call('Init', { Amount: 19900, OrderId: 'one', Description: 'Pro, 30 дней', PayType: 'O' });
assert.equal(first.Success, true);
assert.equal(first.ErrorCode, '0');
assert.equal(first.Status, 'NEW');
assert.equal(typeof first.PaymentId, 'string');
assert.ok(first.PaymentURL.startsWith(base));
assert.equal((await call('Init', { Amount: 19900, OrderId: 'one' }, 'wrong')).Success, false);
assert.equal((await call('Init', { Amount: 0, OrderId: 'one' })).Success, false);
assert.equal((await call('GetState', { PaymentId: '1' })).Success, false);

await post('/_sandbox/payments/' + first.PaymentId + '/pay');
const paid = await call('GetState', { PaymentId: first.PaymentId });
assert.equal(paid.Status, 'CONFIRMED');
assert.equal(paid.Amount, 19900);
const second = await call('Init', { Amount: 500, OrderId: 'one' });
assert.equal((await call('CheckOrder', { OrderId: 'one' })).Payments.length, 2);
assert.equal((await call('Cancel', { PaymentId: second.PaymentId })).Status, 'CANCELED');
assert.equal((await call('Cancel', { PaymentId: second.PaymentId })).Success, false);

const cancel = (Amount, ExternalRequestId) => call('Cancel', { PaymentId: first.PaymentId, Amount, ExternalRequestId });
const part = await cancel(5000, 'refund-1');
assert.equal(part.Status, 'PARTIAL_REFUNDED');
assert.equal(part.OriginalAmount, 19900);
assert.equal(part.NewAmount, 14900);
assert.equal(typeof part.PaymentId, 'number');
assert.equal((await cancel(5000, 'refund-1')).NewAmount, 14900);
assert.equal((await cancel(14901, 'refund-2')).Success, false);
assert.equal((await call('GetState', { PaymentId: first.PaymentId })).Amount, 14900);
const rest = await cancel(14900, 'refund-3');
assert.equal(rest.Status, 'REFUNDED');
assert.equal(rest.NewAmount, 0);

assert.equal((await call('Init', { Amount: 19900, OrderId: 'keep', Recurrent: 'Y' })).Success, false);
const keeping = await call('Init', { Amount: 19900, OrderId: 'keep', Recurrent: 'Y', CustomerKey: 'somebody' });
await post('/_sandbox/payments/' + keeping.PaymentId + '/pay');
const pushes = (await (await fetch(base + '/_sandbox/webhooks')).json()).webhooks.map((one) => typeof one.body === 'string' ? JSON.parse(one.body) : one.body);
const { RebillId } = pushes.find((one) => one.OrderId === 'keep' && one.Status === 'CONFIRMED');
assert.equal(typeof RebillId, 'number');
const next = await call('Init', { Amount: 19900, OrderId: 'next' });
assert.equal((await call('Charge', { PaymentId: next.PaymentId, RebillId: '1' })).Success, false);
assert.equal((await call('Charge', { PaymentId: next.PaymentId, RebillId: String(RebillId) })).Status, 'CONFIRMED');
assert.equal((await call('Charge', { PaymentId: next.PaymentId, RebillId: String(RebillId) })).Success, false);

const { webhooks } = await (await fetch(base + '/_sandbox/webhooks')).json();
const handler = new WebhookHandler({ terminalKey: terminal, password });
const told = webhooks.map((one) => {
  const payload = typeof one.body === 'string' ? JSON.parse(one.body) : one.body;
  const answer = handler.handleWebhookRequest({ payload });
  assert.equal(answer.response.payload, 'OK');
  assert.throws(() => handler.handleWebhookRequest({ payload: { ...payload, Amount: 1 } }));
  return payload.Status;
});
assert.deepEqual(told, ['AUTHORIZED', 'CONFIRMED', 'PARTIAL_REFUNDED', 'REFUNDED', 'AUTHORIZED', 'CONFIRMED', 'AUTHORIZED', 'CONFIRMED']);
console.log('t-bank agrees');
process.exit(0);
