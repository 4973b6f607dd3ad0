-- How often each was written: who edits says what he saw.
alter table add_on add column version bigint not null default 1 check (version > 0);
