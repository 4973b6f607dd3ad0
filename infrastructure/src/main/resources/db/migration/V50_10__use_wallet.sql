-- Orders that the buyer's wallet pays in part.
alter table sales_order add column use_wallet boolean not null default false;
