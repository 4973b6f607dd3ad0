package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.application.shared.PersonalData;
import io.cybervpn.infrastructure.shared.SqlSection;
import jakarta.inject.Singleton;
import java.util.List;

/** What payment knows of a person. */
@Singleton
final class PaymentData implements PersonalData {
    @Override
    public List<Section> sections() {
        return List.of(
                SqlSection.of(
                        "payments",
                        """
                        select id::text as key, jsonb_build_object('id', id, 'subject', subject,
                            'provider', provider, 'state', state, 'currency', asset,
                            'amountMinorUnits', amount_minor, 'receivedCurrency', received_asset,
                            'receivedMinorUnits', received_minor, 'description', description,
                            'providerReference', provider_reference, 'createdAt', created_at, 'paidAt', paid_at) as row
                        from payment where payer = :account"""));
    }
}
