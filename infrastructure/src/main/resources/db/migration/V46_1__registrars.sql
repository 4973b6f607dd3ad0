-- Several registrars: who makes a receipt, and who covers whose payments. Before, there was one.
alter table fiscal_receipt add column registrar text not null default 'nalog';
alter table fiscal_coverage add column registrar text not null default 'nalog';

-- Payments whose request carried the data of a receipt: whatever is set later, nobody else makes one.
create table fiscal_carried (
    payment_id uuid primary key references payment,
    registrar text not null,
    at timestamptz not null
);
