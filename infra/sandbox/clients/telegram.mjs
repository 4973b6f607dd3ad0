// Drives the sandbox's Telegram with grammY, as a client and as the bot behind the webhook. Arguments: base URL, token.
import assert from 'node:assert/strict';
import http from 'node:http';
import { Bot, GrammyError, webhookCallback } from 'grammy';

const [base, token] = process.argv.slice(2);
const me = { id: 123456789, is_bot: true, first_name: 'Sandbox', username: 'cybervpn_sandbox_bot' };
const bot = new Bot(token, { client: { apiRoot: base }, botInfo: me });
const asked = [], paid = [], refunded = [];
let say = true;
bot.on('pre_checkout_query', async (ctx) => {
  asked.push(ctx.preCheckoutQuery);
  await ctx.answerPreCheckoutQuery(say, say ? {} : { error_message: 'not now' });
});
bot.on('message:successful_payment', (ctx) => { paid.push(ctx.message.successful_payment); });
bot.on('message:refunded_payment', (ctx) => { refunded.push(ctx.message.refunded_payment); });
const server = http.createServer(webhookCallback(bot, 'http', { secretToken: 'sec_RET-1' }));
await new Promise((up) => server.listen(0, '127.0.0.1', up));
const hook = `http://127.0.0.1:${server.address().port}/`;
const until = async (what, condition) => {
  for (let i = 0; i < 200 && !condition(); i++) await new Promise((r) => setTimeout(r, 50));
  assert.ok(condition(), what);
};
const press = (link) => fetch(link, { method: 'POST' });

assert.equal((await bot.api.getMe()).username, me.username);
await bot.api.setWebhook(hook, { secret_token: 'sec_RET-1', allowed_updates: ['message', 'pre_checkout_query'] });
assert.equal((await bot.api.getWebhookInfo()).url, hook);
const link = await bot.api.createInvoiceLink('Pro', 'Pro, 30 дней', 'order-1', '', 'XTR', [{ label: 'Pro', amount: 250 }]);
await assert.rejects(
  bot.api.createInvoiceLink('Pro', 'Pro', 'order-1', '', 'XTR', [{ label: 'a', amount: 1 }, { label: 'b', amount: 1 }]),
  (e) => e instanceof GrammyError && e.error_code === 400);

await press(link);
await until('paid', () => paid.length === 1);
assert.equal(asked[0].total_amount, 250);
assert.equal(asked[0].invoice_payload, 'order-1');
assert.equal(paid[0].currency, 'XTR');
assert.equal(paid[0].total_amount, 250);

say = false;
await press(link);
await until('asked again', () => asked.length === 2);
const { transactions } = await bot.api.getStarTransactions();
assert.equal(transactions.length, 1);
assert.equal(transactions[0].id, paid[0].telegram_payment_charge_id);
assert.equal(transactions[0].source.invoice_payload, 'order-1');
assert.equal((await bot.api.getMyStarBalance()).amount, 250);

await assert.rejects(bot.api.refundStarPayment(43, paid[0].telegram_payment_charge_id), (e) => /CHARGE_NOT_FOUND/.test(e.description));
await bot.api.refundStarPayment(42, paid[0].telegram_payment_charge_id);
await until('refunded', () => refunded.length === 1);
await assert.rejects(bot.api.refundStarPayment(42, paid[0].telegram_payment_charge_id), (e) => /CHARGE_ALREADY_REFUNDED/.test(e.description));
const both = (await bot.api.getStarTransactions({ offset: 1 })).transactions;
assert.equal(both[0].id, transactions[0].id);
assert.ok(both[0].receiver);
await assert.rejects(new Bot('1:wrong', { client: { apiRoot: base }, botInfo: me }).api.getMe(), (e) => e.error_code === 401);
const sub = await bot.api.createInvoiceLink('Pro', 'Pro, each month', 'order-2', '', 'XTR', [{ label: 'Pro', amount: 250 }], { subscription_period: 2592000 });
await assert.rejects(
  bot.api.createInvoiceLink('Pro', 'Pro', 'order-2', '', 'XTR', [{ label: 'Pro', amount: 250 }], { subscription_period: 86400 }),
  (e) => e instanceof GrammyError && e.error_code === 400);
say = true;
await press(sub);
await until('subscribed', () => paid.length === 2);
const first = paid[1].telegram_payment_charge_id;
assert.equal(paid[1].is_recurring && paid[1].is_first_recurring, true);
const month = () => fetch(`${base}/_sandbox/subscriptions/${first}/month`, { method: 'POST' });
assert.equal((await month()).status, 200);
await until('charged again', () => paid.length === 3);
assert.equal(paid[2].invoice_payload, 'order-2');
assert.notEqual(paid[2].telegram_payment_charge_id, first);
assert.ok(!paid[2].is_first_recurring && paid[2].is_recurring);
assert.equal(paid[2].subscription_expiration_date - paid[1].subscription_expiration_date, 2592000);
await bot.api.editUserStarSubscription(42, first, true);
assert.equal((await month()).status, 409);
await assert.rejects(bot.api.editUserStarSubscription(43, first, true), (e) => e.error_code === 400);
server.closeAllConnections();
server.close();
console.log('grammY agrees');
