package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.infrastructure.ledger.postgres.LedgerRules.Rule;
import java.util.List;

/**
 * What must hold between invoices, credit notes, their numbers, what they are of, and the books.
 * What follows by the outbox is missed only where it was due before {@code $2}.
 */
final class InvoiceRules {
    static final List<Rule> ALL =
            List.of(
                    new Rule(
                            "paid-order-without-invoice",
                            """
                            select o.id::text as subject, 'settled at ' || t.at as detail
                            from sales_order o
                            join ledger_transaction t on t.business_key = 'order-settled:' || o.id
                            cross join invoicing_start s
                            left join invoice i on i.order_id = o.id
                            where o.status = 'paid' and o.paid_at > s.at and i.id is null and t.at < $2"""),
                    new Rule(
                            "invoice-not-its-order",
                            """
                            select i.number as subject, 'of ' || i.total_minor || ' ' || i.asset || ', order '
                                || coalesce(o.status || ' ' || o.total_minor || ' ' || o.asset, 'not there') as detail
                            from invoice i left join sales_order o on o.id = i.order_id
                            where i.order_id is not null
                                and (o.status, o.total_minor, o.asset) is distinct from ('paid', i.total_minor, i.asset)"""),
                    new Rule(
                            "paid-invoice-not-settled",
                            """
                            select i.number as subject, 'of ' || i.total_minor || ' ' || i.asset || ', settled '
                                || coalesce(l.minor_units || ' ' || l.asset, 'nothing') as detail
                            from invoice i
                            left join ledger_transaction t on t.business_key = 'invoice-settled:' || i.id
                            left join ledger_posting l on l.transaction_id = t.id and l.account_type = 'revenue'
                            where i.order_id is null and i.status = 'paid'
                                and (t.kind, l.asset, l.minor_units) is distinct from
                                    ('invoice_settled', i.asset, -i.total_minor)"""),
                    new Rule(
                            "settled-invoice-not-paid",
                            """
                            select t.business_key as subject, coalesce(i.status, 'not there') as detail
                            from ledger_transaction t
                            left join invoice i on 'invoice-settled:' || i.id = t.business_key
                            where t.kind = 'invoice_settled' and i.status is distinct from 'paid'"""),
                    new Rule(
                            "paid-invoice-without-captured-payment",
                            """
                            select i.number as subject, coalesce(p.state, 'no such payment') as detail
                            from invoice i left join payment p on p.id = i.payment_id
                            where i.order_id is null and i.status = 'paid'
                                and (p.state, p.subject) is distinct from ('captured', i.id)"""),
                    new Rule(
                            "document-number-missing",
                            """
                            select s.series as subject, 'given ' || s.last || ', kept ' || coalesce(d.kept, 0)
                                || ' up to ' || coalesce(d.highest, 0) as detail
                            from document_series s
                            left join (select series, count(*) as kept, max(sequence) as highest
                                from (select series, sequence from invoice where series is not null
                                    union select series, sequence from credit_note) one
                                group by series) d on d.series = s.series
                            where (d.kept, d.highest) is distinct from (s.last, s.last)"""),
                    new Rule(
                            "refund-without-credit-note",
                            """
                            select r.id::text as subject, r.state || ', gave back ' || r.sale_minor || ' ' || r.asset
                                || ', noted ' || coalesce(c.total_minor::text, 'nothing') as detail
                            from refund r
                            join payment p on p.id = r.payment_id
                            join invoice i on i.order_id = p.subject or i.id = p.subject
                            left join credit_note c on c.refund_id = r.id and c.cancelled_at is null
                            where r.sale_minor > 0 and r.closed_at < $2 and i.issued_at < $2
                                and case when r.state = 'succeeded' then r.sale_minor end is distinct from c.total_minor"""),
                    new Rule(
                            "invoice-tax-not-booked",
                            """
                            select i.number as subject, 'tax ' || i.tax_minor || ' ' || i.asset || ', booked '
                                || coalesce(l.minor_units || ' ' || l.asset, 'nothing') as detail
                            from invoice i
                            left join ledger_transaction t on t.business_key = 'invoice-tax:' || i.id
                            left join ledger_posting l on l.transaction_id = t.id and l.account_type = 'tax_payable'
                            where case when i.status = 'paid' and i.tax_minor > 0 then -i.tax_minor end
                                    is distinct from l.minor_units
                                or l.asset <> i.asset"""),
                    new Rule(
                            "credit-note-tax-not-booked",
                            """
                            select c.number as subject, 'tax ' || c.tax_minor || ' ' || c.asset || ', booked '
                                || coalesce(l.minor_units || ' ' || l.asset, 'nothing')
                                || case when r.id is null then '' else ' and back' end as detail
                            from credit_note c
                            left join ledger_transaction t on t.business_key = 'credit-note-tax:' || c.id
                            left join ledger_posting l on l.transaction_id = t.id and l.account_type = 'tax_payable'
                            left join ledger_transaction r on r.business_key = 'reversal-of:credit-note-tax:' || c.id
                            where case when c.tax_minor > 0 then c.tax_minor end is distinct from l.minor_units
                                or l.asset <> c.asset
                                or (c.tax_minor > 0 and c.cancelled_at is not null) <> (r.id is not null)"""),
                    new Rule(
                            "tax-of-no-document",
                            """
                            select t.business_key as subject, 'booked as ' || t.kind as detail
                            from ledger_transaction t
                            left join invoice i on 'invoice-tax:' || i.id = t.business_key
                            left join credit_note c on 'credit-note-tax:' || c.id = t.business_key
                            where t.kind in ('invoice_tax', 'credit_note_tax') and i.id is null and c.id is null"""),
                    new Rule(
                            "credited-beyond-invoice",
                            """
                            select i.number as subject, 'of ' || i.total_minor || ' ' || i.asset || ', noted '
                                || sum(c.total_minor) as detail
                            from invoice i join credit_note c on c.invoice_id = i.id and c.cancelled_at is null
                            group by i.id having sum(c.total_minor) > i.total_minor or sum(c.tax_minor) > i.tax_minor"""));

    private InvoiceRules() {}
}
