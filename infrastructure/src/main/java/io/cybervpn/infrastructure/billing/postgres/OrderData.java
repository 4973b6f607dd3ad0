package io.cybervpn.infrastructure.billing.postgres;

import io.cybervpn.application.shared.PersonalData;
import io.cybervpn.infrastructure.shared.SqlSection;
import jakarta.inject.Singleton;
import java.util.List;

/** What billing knows of a person. */
@Singleton
final class OrderData implements PersonalData {
    @Override
    public List<Section> sections() {
        return List.of(
                SqlSection.of(
                        "orders",
                        """
                        select id::text as key, jsonb_build_object('id', id, 'status', status, 'plan', plan_code,
                            'termDays', term_days, 'currency', asset, 'totalMinorUnits', total_minor,
                            'paymentMethod', payment_method, 'createdAt', created_at, 'paidAt', paid_at) as row
                        from sales_order where account_id = :account"""),
                SqlSection.of(
                        "top_ups",
                        """
                        select id::text as key, jsonb_build_object('id', id, 'currency', asset,
                            'minorUnits', amount_minor, 'paymentMethod', payment_method,
                            'createdAt', created_at) as row
                        from top_up where account_id = :account"""));
    }
}
