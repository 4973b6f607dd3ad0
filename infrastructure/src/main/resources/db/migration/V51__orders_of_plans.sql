-- A plan that was ordered cannot vanish under its order, not even when both happen at once.
alter table sales_order
    add constraint sales_order_plan foreign key (plan_id) references plan (id) on delete restrict;
-- For the key, and for the question whether a plan was ever ordered.
create index sales_order_of_plan on sales_order (plan_id);
