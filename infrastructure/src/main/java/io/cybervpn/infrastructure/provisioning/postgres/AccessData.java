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
                            'enabled', enabled, 'status', status,
                            'usedTrafficBytes', used_traffic_bytes, 'createdAt', created_at) as row
                        from access where account_id = :account"""),
                SqlSection.of(
                        "device_names",
                        """
                        select n.access_id::text || n.device_id::text as key,
                            jsonb_build_object('subscription', n.access_id, 'device', n.device_id,
                            'name', n.name, 'namedAt', n.named_at) as row
                        from access_device_name n join access a on a.id = n.access_id
                        where a.account_id = :account"""),
                SqlSection.of(
                        "usage_days",
                        """
                        select d.access_id::text || d.day::text as key,
                            jsonb_build_object('subscription', d.access_id, 'day', d.day,
                            'bytes', d.bytes) as row
                        from traffic_day d join access a on a.id = d.access_id
                        where a.account_id = :account"""),
                SqlSection.of(
                        "device_removals",
                        """
                        select r.id::text as key, jsonb_build_object('subscription', r.access_id,
                            'device', r.device_id, 'askedAt', r.asked_at) as row
                        from access_device_removal r join access a on a.id = r.access_id
                        where a.account_id = :account"""));
    }
}
