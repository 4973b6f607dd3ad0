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
                        from payment where payer = :account"""),
                SqlSection.of(
                        "saved_methods",
                        """
                        select id::text as key, jsonb_build_object('id', id, 'provider', provider,
                            'title', title, 'payment', payment_id, 'savedAt', at) as row
                        from saved_method where account_id = :account"""),
                SqlSection.of(
                        "keeping_consents",
                        """
                        select payment_id::text as key, jsonb_build_object('payment', payment_id,
                            'textVersion', text_version, 'at', at) as row
                        from payment_keep_consent where account_id = :account"""),
                SqlSection.of(
                        "recurring_payments",
                        """
                        select payment_id::text as key, jsonb_build_object('payment', payment_id,
                            'provider', provider, 'currency', asset, 'amountMinorUnits', amount_minor,
                            'periodDays', period_days, 'textVersion', text_version,
                            'agreedAt', agreed_at, 'state', state, 'paidUntil', paid_until) as row
                        from payment_mandate where payer = :account"""),
                SqlSection.of(
                        "refunds",
                        """
                        select r.id::text as key, jsonb_build_object('id', r.id, 'payment', r.payment_id,
                            'state', r.state, 'to', r.destination, 'currency', r.asset,
                            'amountMinorUnits', r.amount_minor, 'createdAt', r.created_at,
                            'closedAt', r.closed_at) as row
                        from refund r join payment p on p.id = r.payment_id where p.payer = :account"""));
    }
}
