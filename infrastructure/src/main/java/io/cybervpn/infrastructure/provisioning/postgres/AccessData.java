package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.shared.PersonalData;
import io.cybervpn.infrastructure.shared.SqlSection;
import jakarta.inject.Singleton;
import java.util.List;

/** What provisioning knows of a person. */
@Singleton
final class AccessData implements PersonalData {
    @Override
    public List<Section> sections() {
        return List.of(
                SqlSection.of(
                        "access",
                        """
                        select id::text as key, jsonb_build_object('subscription', id, 'username', username,
                            'enabled', enabled, 'status', status, 'subscriptionUrl', subscription_url,
                            'usedTrafficBytes', used_traffic_bytes, 'createdAt', created_at) as row
                        from access where account_id = :account"""));
    }
}
