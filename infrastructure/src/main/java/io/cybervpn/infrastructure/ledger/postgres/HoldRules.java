package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.infrastructure.ledger.postgres.LedgerRules.Rule;
import java.util.List;

/** What must hold between what wallets set aside or gave, the orders that is for, and the books. */
final class HoldRules {
    static final List<Rule> ALL =
            List.of(
                    new Rule(
                            "hold-without-waiting-order",
                            """
                            select c.subject::text as subject, c.paid_minor + c.granted_minor || ' ' || c.asset
                                || ' held, order ' || coalesce(o.status, i.status, 'not there') as detail
                            from wallet_contribution c
                            left join sales_order o on o.id = c.subject
                            left join invoice i on i.id = c.subject
                            where c.state = 'held'
                                and (o.status, o.account_id) is distinct from ('awaiting_payment', c.owner)
                                and (i.account_id is distinct from c.owner
                                    or i.status not in ('open', 'uncollectible'))"""),
                    new Rule(
                            "holds-not-their-account",
                            """
                            select coalesce(c.owner, l.owner) as subject,
                                'held ' || coalesce(c.units, 0) || ', booked ' || coalesce(l.units, 0)
                                    || ' ' || coalesce(c.asset, l.asset) as detail
                            from (select owner::text as owner, asset, sum(paid_minor + granted_minor) as units
                                  from wallet_contribution where state = 'held' group by owner, asset) c
                            full join (select account_owner as owner, asset, -sum(minor_units) as units
                                  from ledger_posting where account_type = 'customer_hold'
                                  group by account_owner, asset having sum(minor_units) <> 0) l
                                on (l.owner, l.asset) = (c.owner, c.asset)
                            where c.units is distinct from l.units"""),
                    new Rule(
                            "wallet-share-not-its-payment",
                            """
                            select c.subject::text as subject, 'gave ' || c.paid_minor + c.granted_minor || ' '
                                || c.asset || ', payment of ' || coalesce(sum(p.amount_minor), 0) as detail
                            from wallet_contribution c
                            left join payment p on p.subject = c.subject and p.provider = 'wallet'
                            where c.state = 'spent'
                            group by c.subject
                            having coalesce(sum(p.amount_minor), 0) <> c.paid_minor + c.granted_minor"""));

    private HoldRules() {}
}
