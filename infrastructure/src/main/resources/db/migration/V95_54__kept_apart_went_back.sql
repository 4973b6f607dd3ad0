-- The provider's names of how money that was kept apart went back: the nightly comparison knows it by them.
alter table unmatched_money add column returned_as text[] not null default '{}';
create index unmatched_returned on unmatched_money using gin (returned_as);
