-- Figures leave out the taxes of orders: an index alone tells them, and is empty in a shop without rates.
create index invoice_order_tax on invoice (order_id) include (tax_minor)
    where tax_minor > 0 and order_id is not null;
-- Who paid invoices that staff wrote, among all those of orders.
create index invoice_of_staff_paid on invoice (asset, account_id, paid_at) include (total_minor, tax_minor)
    where order_id is null and status = 'paid';
