package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.application.shared.PersonalData;
import io.cybervpn.infrastructure.shared.SqlSection;
import jakarta.inject.Singleton;
import java.util.List;

/** The lines of a wallet in the books. */
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
                            'currency', p.asset, 'minorUnits', p.minor_units) as row
                        from ledger_posting p join ledger_transaction t on t.id = p.transaction_id
                        where p.account_type = 'customer_wallet' and p.account_owner = cast(cast(:account as uuid) as text)"""));
    }
}
