package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.infrastructure.ledger.postgres.LedgerRules.Rule;
import java.util.List;

/**
 * Money that is covered has its receipts, once each, over what moved. They are queued within
 * seconds and made when the tax office is there; a day is its due. Where receipts are switched off,
 * nothing is owed of what is paid from then on.
 */
final class FiscalRules {
    private static final String COVERED =
            """
            join fiscal_coverage c on c.provider = p.provider and c.asset = p.received_asset
                and p.paid_at between c.since and c.seen_at and c.seen_at > $2::timestamptz - interval '1 day'
            """;

    static final List<Rule> ALL =
            List.of(
                    new Rule(
                            "payment-without-receipt",
                            """
                            select p.id::text as subject, 'paid ' || p.paid_at as detail
                            from payment p
                            """
                                    + COVERED
                                    + """
                                    where p.state = 'captured' and p.closed_at < $2 and not exists (
                                        select 1 from fiscal_receipt f
                                        where f.cause = 'payment' and f.about = p.id)"""),
                    new Rule(
                            "refund-without-receipt",
                            """
                            select r.id::text as subject, 'of payment ' || r.payment_id as detail
                            from refund r
                            join fiscal_receipt f on f.cause = 'payment' and f.about = r.payment_id
                            join payment p on p.id = r.payment_id
                            """
                                    + COVERED
                                    + """
                                    where r.state = 'succeeded' and r.destination = 'provider'
                                        and r.closed_at < $2 and not exists (
                                            select 1 from fiscal_receipt x
                                            where x.cause = 'refund' and x.about = r.id)"""),
                    new Rule(
                            "receipt-of-no-money",
                            """
                            select f.id::text as subject, f.cause || ' of ' || f.about as detail
                            from fiscal_receipt f
                            left join payment p on f.cause = 'payment' and p.id = f.about
                                and p.state = 'captured'
                                and (p.received_minor, p.received_asset) = (f.amount_minor, f.asset)
                            left join refund r on f.cause <> 'payment' and r.id = f.about
                                and r.payment_id = f.payment_id
                                and (r.amount_minor, r.asset) = (f.amount_minor, f.asset)
                                and r.state in ('succeeded', 'failed')
                            where p.id is null and r.id is null"""),
                    new Rule(
                            "receipt-of-another-registrar",
                            """
                            select f.id::text as subject,
                                f.registrar || ', but the request went with one of ' || k.registrar
                                    as detail
                            from fiscal_carried k
                            join fiscal_receipt f on f.payment_id = k.payment_id
                            where f.registrar <> k.registrar"""),
                    new Rule(
                            "receipt-not-made",
                            """
                            select f.id::text as subject,
                                f.state || ' since ' || f.created_at || coalesce(', ' || f.reason, '')
                                    as detail
                            from fiscal_receipt f
                            where f.state = 'given_up' or f.state in ('queued', 'sent')
                                and f.created_at < $2::timestamptz - interval '1 day'"""));

    private FiscalRules() {}
}
