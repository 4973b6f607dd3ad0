-- Codes by mail are kept as HMAC under a key that the database does not know: those of before are void.
delete from email_code;
alter table email_code drop constraint email_code_code_hash_check;
alter table email_code
    add constraint email_code_code_hash_check check (code_hash ~ '^[A-Za-z0-9_-]{1,32}\.[0-9a-f]{64}$');
