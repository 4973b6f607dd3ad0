-- Orders that change a subscription's plan. The prices of the new plan at that moment, one for each
-- asset: what is left of money of any of them will buy time at these.
alter table sales_order add column change_mode text check (change_mode in ('keep_end', 'add_term'));
alter table sales_order add column change_assets text[];
alter table sales_order add column change_minor bigint[];
alter table sales_order add constraint sales_order_change check (
    (change_mode is null and change_assets is null and change_minor is null)
    or (change_mode is not null and renews is not null
        and cardinality(change_assets) > 0 and cardinality(change_assets) = cardinality(change_minor)));
