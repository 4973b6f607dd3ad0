-- When an invoice that staff write is due, counted from the day on which it gets its number.
alter table invoice add column due_days integer not null default 0 check (due_days between 0 and 365);
