-- Add-ons that are for sale: more of something for a subscription, for days of their own.
create table add_on (
    id uuid primary key,
    code text not null unique,
    name jsonb not null check (name ? 'en'), -- text by language tag
    kind text not null check (kind in ('traffic', 'devices')),
    amount bigint not null check (amount > 0), -- bytes, or devices
    days integer not null check (days between 1 and 365),
    assets text[] not null check (cardinality(assets) > 0),
    minor bigint[] not null check (cardinality(minor) = cardinality(assets)),
    active boolean not null
);

-- A shop opens with something to sell; prices as those of plans.
insert into add_on (id, code, name, kind, amount, days, assets, minor, active) values
    ('019b0000-0000-7000-8000-000000000021', 'traffic-50',
        '{"en": "50 GB more traffic", "ru": "Ещё 50 ГБ трафика"}', 'traffic', 50000000000, 30,
        '{USD,RUB,USDT,XTR}', '{149,9900,1490000,75}', true),
    ('019b0000-0000-7000-8000-000000000022', 'device-1',
        '{"en": "One more device", "ru": "Ещё одно устройство"}', 'devices', 1, 30,
        '{USD,RUB,USDT,XTR}', '{99,6900,990000,50}', true);
