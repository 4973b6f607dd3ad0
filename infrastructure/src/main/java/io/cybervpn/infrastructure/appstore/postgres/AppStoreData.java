package io.cybervpn.infrastructure.appstore.postgres;

import io.cybervpn.application.shared.PersonalData;
import io.cybervpn.infrastructure.shared.SqlSection;
import jakarta.inject.Singleton;
import java.util.List;

/** What appstore knows of a person. */
@Singleton
final class AppStoreData implements PersonalData {
    @Override
    public List<Section> sections() {
        return List.of(
                SqlSection.of(
                        "store_purchases",
                        """
                        select p.store || ' ' || p.transaction_id as key, jsonb_build_object(
                            'store', p.store, 'transaction', p.transaction_id, 'product', p.product,
                            'subscription', p.service_id, 'from', p.from_at, 'until', p.until_at,
                            'refundedAt', p.refunded_at) as row
                        from store_purchase p join store_service s on s.id = p.service_id
                        where s.account_id = :account"""));
    }
}
