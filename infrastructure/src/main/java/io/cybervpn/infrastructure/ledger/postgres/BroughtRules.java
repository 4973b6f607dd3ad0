package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.infrastructure.ledger.postgres.LedgerRules.Rule;
import java.util.List;

/** What must hold between the balances that people brought from other shops and the books. */
final class BroughtRules {
    static final List<Rule> ALL =
            List.of(
                    new Rule(
                            "brought-balance-not-booked",
                            """
                            select b.id::text as subject, 'brought ' || b.balance_minor || ' ' || b.asset
                                || ', booked ' || coalesce(l.minor_units, 0) as detail
                            from brought_person b
                            left join ledger_transaction t on t.business_key = 'balance-brought:' || b.id
                            left join ledger_posting l
                                on l.transaction_id = t.id and l.account_type = 'opening_balances'
                            where b.balance_minor is not null and (t.kind, l.asset, l.minor_units)
                                is distinct from ('balance_brought', b.asset, b.balance_minor)"""),
                    new Rule(
                            "booked-balance-not-brought",
                            """
                            select t.business_key as subject, 'nobody brought it' as detail
                            from ledger_transaction t
                            left join brought_person b on 'balance-brought:' || b.id = t.business_key
                            where t.kind = 'balance_brought' and b.balance_minor is null"""));

    private BroughtRules() {}
}
