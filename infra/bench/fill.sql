-- A shop of :accounts customers, each with a subscription whose access is ready.
insert into account (id, email, password_hash, kind, status, locale, created_at)
select uuidv7(), 'customer' || n || '@bench.test', 'none', 'customer', 'active', 'en', now() - n * interval '1 second'
from generate_series(1, :accounts) n;

insert into subscription (id, account_id, status, plan_id, plan_name, traffic_limit_bytes, traffic_reset, device_limit,
                          server_groups, started_at, expire_at)
select uuidv7(), id, 'active', (select id from plan limit 1), '{"en": "Pro"}', 107374182400, 'month', 3, '{Pro}', now(),
       now() + interval '30 days'
from account where kind = 'customer';
