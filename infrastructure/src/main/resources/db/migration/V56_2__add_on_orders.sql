-- Orders for add-ons: what is added, as it was sold. Its price and days stand where a plan's do.
alter table sales_order add column add_on_id uuid;
alter table sales_order add column add_on_kind text check (add_on_kind in ('traffic', 'devices'));
alter table sales_order add column add_on_amount bigint check (add_on_amount > 0);
alter table sales_order add constraint sales_order_add_on check (
    (add_on_id is null and add_on_kind is null and add_on_amount is null)
    or (add_on_id is not null and add_on_kind is not null and add_on_amount is not null
        and renews is not null and change_mode is null));
