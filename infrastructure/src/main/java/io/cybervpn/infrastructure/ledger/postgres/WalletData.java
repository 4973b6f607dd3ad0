package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.application.shared.PersonalData;
import io.cybervpn.infrastructure.shared.SqlSection;
import jakarta.inject.Singleton;
import java.util.List;

/** The lines of a wallet in the books, what was given to it, and what it gave. */
@Singleton
final class WalletData implements PersonalData {
    @Override
    public List<Section> sections() {
        return List.of(
                SqlSection.of(
                        "ledger",
                        """
                        select t.id || ' ' || lpad(p.line::text, 5, '0') as key,
                            jsonb_build_object('transaction', t.id, 'kind', t.kind, 'at', t.at,
                            'pocket', p.account_type, 'currency', p.asset, 'minorUnits', p.minor_units) as row
                        from ledger_posting p join ledger_transaction t on t.id = p.transaction_id
                        where p.account_type in ('customer_wallet', 'customer_grant', 'customer_hold')
                            and p.account_owner = cast(cast(:account as uuid) as text)"""),
                SqlSection.of(
                        "wallet_grants",
                        """
                        select id::text as key, jsonb_build_object('id', id, 'currency', asset,
                            'minorUnits', amount_minor, 'leftMinorUnits', left_minor,
                            'grantedAt', granted_at, 'lapsesAt', lapses_at) as row
                        from wallet_grant where owner = cast(:account as uuid)"""),
                SqlSection.of(
                        "wallet_contributions",
                        """
                        select subject::text as key, jsonb_build_object('for', subject, 'currency', asset,
                            'state', state, 'paidMinorUnits', paid_minor, 'grantedMinorUnits', granted_minor,
                            'changedAt', changed_at) as row
                        from wallet_contribution where owner = cast(:account as uuid)"""));
    }
}
