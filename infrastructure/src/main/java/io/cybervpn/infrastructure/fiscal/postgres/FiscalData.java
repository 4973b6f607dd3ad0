package io.cybervpn.infrastructure.fiscal.postgres;

import io.cybervpn.application.shared.PersonalData;
import io.cybervpn.infrastructure.shared.SqlSection;
import jakarta.inject.Singleton;
import java.util.List;

/** What fiscal knows of a person: receipts name payments, and nobody. */
@Singleton
final class FiscalData implements PersonalData {
    @Override
    public List<Section> sections() {
        return List.of(
                SqlSection.of(
                        "fiscal_receipts",
                        """
                        select f.id::text as key, jsonb_build_object(
                            'payment', f.payment_id, 'for', f.cause, 'registrar', f.registrar, 'amountMinor', f.amount_minor,
                            'currency', f.asset, 'state', f.state, 'reference', f.reference,
                            'link', f.link, 'at', f.happened_at) as row
                        from fiscal_receipt f join payment p on p.id = f.payment_id
                        where p.payer = :account"""));
    }
}
