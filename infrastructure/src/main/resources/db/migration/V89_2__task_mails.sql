-- Of which tasks staff were told by a mail, once as new and once as overdue. Those of before are told of as they stand.
alter table staff_task
    add column told_at timestamptz,
    add column overdue_told_at timestamptz;
