package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.infrastructure.ledger.postgres.LedgerRules.Rule;
import java.util.List;

/** What must hold between refunds, their payments and the books. */
final class RefundRules {
    /** A refund is booked as soon as it is promised, and booked back if it fails. */
    static final List<Rule> ALL =
            List.of(
                    new Rule(
                            "refund-not-booked",
                            """
                            select r.id::text as subject, 'takes ' || r.amount_minor || ' ' || r.asset
                                || ', booked ' || coalesce(b.taken || ' ' || b.asset, 'nothing') as detail
                            from refund r
                            left join (
                                select t.business_key, p.asset, sum(p.minor_units) filter (where p.minor_units > 0) as taken,
                                    coalesce(sum(p.minor_units) filter (where p.account_type = 'refunds'), 0) as sale
                                from ledger_transaction t join ledger_posting p on p.transaction_id = t.id
                                where t.kind = 'refund' group by t.business_key, p.asset) b
                                on b.business_key = 'refund:' || r.id
                            where r.sale_minor is not null
                                and (b.asset, b.taken, b.sale) is distinct from (r.asset, r.amount_minor, r.sale_minor)"""),
                    new Rule(
                            "booked-refund-not-there",
                            """
                            select t.business_key as subject, coalesce(r.state, 'not there') as detail
                            from ledger_transaction t left join refund r on 'refund:' || r.id = t.business_key
                            where t.kind = 'refund' and r.sale_minor is null"""),
                    new Rule(
                            "failed-refund-not-booked-back",
                            """
                            select r.id::text as subject, coalesce(t.kind, r.state) as detail
                            from refund r
                            left join ledger_transaction t on t.business_key = 'reversal-of:refund:' || r.id
                            where r.sale_minor is not null and (r.state = 'failed') <> (t.id is not null)"""),
                    new Rule(
                            "payment-refunded-beyond-what-came",
                            """
                            select p.id::text as subject,
                                'received ' || coalesce(p.received_minor, 0) || ', gone '
                                    || sum(r.sale_minor + r.wallet_minor + r.unallocated_minor) as detail
                            from refund r join payment p on p.id = r.payment_id
                            where r.state not in ('reported', 'failed')
                            group by p.id
                            having sum(r.sale_minor + r.wallet_minor + r.unallocated_minor) > coalesce(p.received_minor, 0)"""),
                    new Rule(
                            "refunded-time-not-taken-back",
                            """
                            select r.id::text as subject, 'gave back ' || r.sale_minor || ' ' || r.asset as detail
                            from refund r left join subscription_return s on s.refund_id = r.id
                            where r.sale_minor > 0 and r.closed_at < $2
                                and not exists (select from payment p join invoice i on i.id = p.subject
                                    where p.id = r.payment_id)
                                and (r.state = 'succeeded') <> coalesce(s.refund_id is not null and not s.undone, false)"""));

    private RefundRules() {}
}
