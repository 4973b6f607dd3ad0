-- When somebody looked last whether the panel has forgotten resets of the first of the month.
alter table traffic_turn
    add column resets_checked_at timestamptz not null default '1970-01-01T00:00:00Z';
