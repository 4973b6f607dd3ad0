// Drives the sandbox's Crypto Pay by an independent client, whose own server takes the pushes.
// Arguments: base URL, token, port of the server that the pushes are for.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createRequire } from 'node:module';

const { CryptoPay } = createRequire(import.meta.url)('@foile/crypto-pay-api');
const [base, token, port] = process.argv.slice(2);
const { protocol, hostname, port: apiPort } = new URL(base);
const at = { protocol: protocol.replace(':', ''), hostname, port: apiPort };
const shop = new CryptoPay(token, { ...at, webhook: { serverHostname: '127.0.0.1', serverPort: Number(port), path: '/hook' } });
const post = (path) => fetch(base + path, { method: 'POST' });

assert.ok((await shop.getMe()).app_id > 0);
await assert.rejects(new CryptoPay('1:wrong', { ...at }).getMe(), /UNAUTHORIZED/);
await assert.rejects(shop.createInvoice('USDT', '0'), /AMOUNT_INVALID/);
assert.ok((await shop.getExchangeRates()).length > 0);

const invoice = await shop.createInvoice('USDT', '2.15', { payload: 'заказ 7', expires_in: 3600 });
assert.equal(invoice.status, 'active');
assert.equal(invoice.amount, '2.15');
const told = once({ on: shop.on, once: shop.once, off: shop.off, addListener: shop.on, removeListener: shop.off }, 'invoice_paid');
await post('/_sandbox/invoices/' + invoice.invoice_id + '/pay');
const [{ payload }] = await told;
assert.equal(payload.invoice_id, invoice.invoice_id);
assert.equal(payload.payload, 'заказ 7');
assert.equal(payload.status, 'paid');
const { items } = await shop.getInvoices({ status: 'paid' });
assert.deepEqual(items.map((one) => one.invoice_id), [invoice.invoice_id]);

const balance = (await shop.getBalance()).find((one) => one.currency_code === 'USDT');
assert.ok(Number(balance.available) > 1);
assert.equal((await shop.transfer(7, 'USDT', '1', 'refund-1')).status, 'completed');
await assert.rejects(shop.transfer(7, 'USDT', '1', 'refund-1'), /SPEND_ID_ALREADY_USED/);

const { webhooks } = await (await fetch(base + '/_sandbox/webhooks')).json();
assert.equal(webhooks.length, 1);
const forged = await fetch('http://127.0.0.1:' + port + '/hook', { method: 'POST', body: JSON.stringify(webhooks[0].body), headers: { 'crypto-pay-api-signature': '00' } });
assert.equal(forged.status, 400);
console.log('crypto pay agrees');
process.exit(0);
