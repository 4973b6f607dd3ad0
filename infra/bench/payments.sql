-- Pending payments with the numbers :first to :first + :count - 1, as StartPayment leaves them.
insert into payment (id, subject, payer, provider, state, amount_minor, asset, description, subscription_days,
                     created_at, expires_at, look_at, provider_reference, pay_url)
select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, uuidv7(), uuidv7(), 'cryptobot', 'pending',
       19900, 'RUB', 'Pro, 30 days', 30, now(), now() + interval '1 hour', now() + interval '1 day', n::text,
       'http://127.0.0.1:9/pay/' || n
from generate_series(:first, :first + :count - 1) n;
