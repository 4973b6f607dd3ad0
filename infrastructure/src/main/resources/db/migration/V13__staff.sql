-- An account is a customer's or a member of staff's. What staff may do is no matter of the account
-- but of the roles assigned to it.
alter table account drop constraint account_role_check;
alter table account rename column role to kind;
update account set kind = 'staff' where kind = 'admin';
alter table account add constraint account_kind_check check (kind in ('customer', 'staff'));
