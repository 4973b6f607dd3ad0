-- What a plan gives besides servers of a VPN: null for nothing, else
-- {"kind": "machine", "cpuPercent", "memoryMib", "diskMib", "databases", "backups", "ports"} or
-- {"kind": "line", "downKbit", "upKbit"}.
alter table plan add column resources jsonb;
alter table sales_order add column resources jsonb;
alter table subscription add column resources jsonb;
alter table access add column resources jsonb;

-- Since when the panel is at work on the wish of this generation; null when it is not.
alter table access add column busy_since timestamptz;
