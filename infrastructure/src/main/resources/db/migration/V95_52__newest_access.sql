-- The list of accesses, what changed last first, whatever its state.
create index access_newest on access (updated_at desc, id desc);
