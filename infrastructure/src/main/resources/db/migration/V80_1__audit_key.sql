-- Deeds of programs: the API key that did it, for itself or in the name of the account.
alter table audit_entry add column actor_key uuid;
