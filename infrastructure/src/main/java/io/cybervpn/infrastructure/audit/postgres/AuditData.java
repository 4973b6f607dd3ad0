package io.cybervpn.infrastructure.audit.postgres;

import io.cybervpn.application.shared.PersonalData;
import io.cybervpn.infrastructure.shared.SqlSection;
import jakarta.inject.Singleton;
import java.util.List;

/** What the audit trail tells of a person; who of staff did it is not his to know. */
@Singleton
final class AuditData implements PersonalData {
    @Override
    public List<Section> sections() {
        return List.of(
                SqlSection.of(
                        "audit",
                        """
                        select id::text as key, jsonb_build_object('at', at, 'action', action, 'by', actor_kind,
                            'objectType', object_type, 'objectId', object_id,
                            'address', case when actor_id = :account then address end) as row
                        from audit_entry where actor_id = :account
                            or (object_type = 'account' and object_id = cast(cast(:account as uuid) as text))"""));
    }
}
