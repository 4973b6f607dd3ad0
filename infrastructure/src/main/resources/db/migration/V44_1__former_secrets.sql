-- Secrets that were replaced and by which pushes are still believed for a while; sealed like those that hold.
create table payment_gateway_former_secret (
    id uuid primary key, -- it is sealed for it
    provider text not null,
    field text not null,
    sealed text not null,
    until timestamptz not null,
    unique (provider, field)
);

-- Which pushes were believed by such a one.
alter table inbox add column by_former_secret boolean not null default false;
