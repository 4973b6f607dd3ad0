-- What is for sale.

create table product (
    id uuid primary key,
    code text not null unique,
    name jsonb not null, -- text by language tag; "en" is always there
    description jsonb not null,
    active boolean not null,
    sort_order integer not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (name ? 'en' and description ? 'en')
);

create table plan (
    id uuid primary key,
    product_id uuid not null references product (id) on delete restrict,
    code text not null unique,
    tier text not null check (tier in ('basic', 'pro', 'ultra', 'cyber')),
    name jsonb not null,
    description jsonb not null,
    traffic_limit_bytes bigint check (traffic_limit_bytes > 0), -- null: unlimited
    traffic_reset text not null
        check (traffic_reset in ('no_reset', 'day', 'week', 'month', 'month_rolling')),
    device_limit bigint check (device_limit > 0), -- null: unlimited
    server_groups text[] not null check (cardinality(server_groups) > 0), -- the panel's squads
    active boolean not null,
    sort_order integer not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (name ? 'en' and description ? 'en')
);
create index plan_of_product on plan (product_id);

-- A term is there when it has a price.
create table plan_price (
    plan_id uuid not null references plan (id) on delete cascade,
    term_days integer not null check (term_days in (30, 90, 180, 365)),
    asset text not null,
    minor_units bigint not null check (minor_units > 0),
    position integer not null, -- the shop's order of the prices of a term
    primary key (plan_id, term_days, asset)
);

-- A plan with its product and its prices as one document: read by the store and by the lists.
create view plan_listing as
select
    p.id as plan_id,
    p.active and r.active as on_sale,
    r.sort_order as product_order,
    p.sort_order as plan_order,
    p.code as plan_code,
    jsonb_build_object(
        'plan', to_jsonb(p),
        'product', to_jsonb(r),
        'prices', coalesce(
            (select jsonb_agg(jsonb_build_object(
                        'days', t.term_days, 'asset', t.asset, 'units', t.minor_units)
                    order by t.term_days, t.position)
             from plan_price t where t.plan_id = p.id),
            '[]'::jsonb)) as document
from plan p join product r on r.id = p.product_id;

-- The four tiers (R16): a shop opens with something to sell. Squads of the same names are expected
-- in the panel. One terabyte is 10^12 bytes.
insert into product (id, code, name, description, active, sort_order, version, created_at, updated_at)
values ('019b0000-0000-7000-8000-000000000001', 'vpn',
    '{"en": "CyberVPN", "ru": "CyberVPN"}',
    '{"en": "Private access to the internet.", "ru": "Приватный доступ в интернет."}',
    true, 10, 1, now(), now());

insert into plan (id, product_id, code, tier, name, description, traffic_limit_bytes, traffic_reset,
    device_limit, server_groups, active, sort_order, version, created_at, updated_at)
values
    ('019b0000-0000-7000-8000-000000000011', '019b0000-0000-7000-8000-000000000001',
        'basic', 'basic', '{"en": "Basic", "ru": "Базовый"}',
        '{"en": "Base access for one person.", "ru": "Базовый доступ для одного человека."}',
        100000000000, 'month_rolling', 2, '{Basic}', true, 10, 1, now(), now()),
    ('019b0000-0000-7000-8000-000000000012', '019b0000-0000-7000-8000-000000000001',
        'pro', 'pro', '{"en": "Pro", "ru": "Про"}',
        '{"en": "More servers and more traffic.", "ru": "Больше серверов и больше трафика."}',
        500000000000, 'month_rolling', 5, '{Pro}', true, 20, 1, now(), now()),
    ('019b0000-0000-7000-8000-000000000013', '019b0000-0000-7000-8000-000000000001',
        'ultra', 'ultra', '{"en": "Ultra", "ru": "Ультра"}',
        '{"en": "Priority servers and the most traffic.", "ru": "Приоритетные серверы и максимум трафика."}',
        2000000000000, 'month_rolling', 10, '{Ultra}', true, 30, 1, now(), now()),
    ('019b0000-0000-7000-8000-000000000014', '019b0000-0000-7000-8000-000000000001',
        'cyber', 'cyber', '{"en": "Cyber", "ru": "Кибер"}',
        '{"en": "Everything, without a traffic limit.", "ru": "Всё включено, без лимита трафика."}',
        null, 'no_reset', 20, '{Cyber}', true, 40, 1, now(), now());

-- Each asset has prices of its own, in its smallest unit; nothing is converted at the sale (R25).
-- USD cents, RUB kopecks, USDT millionths, XTR stars.
insert into plan_price (plan_id, term_days, asset, minor_units, position)
select ('019b0000-0000-7000-8000-0000000000' || price.plan)::uuid,
    price.days, asset.code, asset.units, asset.position
from (values
    ('11', 30, 299, 19900, 150),
    ('11', 90, 799, 54900, 400),
    ('11', 180, 1499, 99900, 750),
    ('11', 365, 2799, 179900, 1400),
    ('12', 30, 499, 39900, 250),
    ('12', 90, 1349, 109900, 675),
    ('12', 180, 2499, 199900, 1250),
    ('12', 365, 4499, 359900, 2250),
    ('13', 30, 899, 69900, 450),
    ('13', 90, 2399, 189900, 1200),
    ('13', 180, 4499, 349900, 2250),
    ('13', 365, 7999, 629900, 4000),
    ('14', 30, 1499, 119900, 750),
    ('14', 90, 3999, 319900, 2000),
    ('14', 180, 7499, 599900, 3750),
    ('14', 365, 12999, 1079900, 6500)
) as price (plan, days, usd_cents, rub_kopecks, stars)
cross join lateral (values
    ('USD', price.usd_cents::bigint, 1),
    ('RUB', price.rub_kopecks::bigint, 2),
    ('USDT', price.usd_cents::bigint * 10000, 3),
    ('XTR', price.stars::bigint, 4)
) as asset (code, units, position);
