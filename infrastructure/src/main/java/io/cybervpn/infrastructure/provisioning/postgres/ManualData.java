package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.shared.PersonalData;
import io.cybervpn.infrastructure.shared.SqlSection;
import jakarta.inject.Singleton;
import java.util.List;

/** What staff made by hand for a person. */
@Singleton
final class ManualData implements PersonalData {
    @Override
    public List<Section> sections() {
        return List.of(
                SqlSection.of(
                        "handovers",
                        """
                        select s.id::text as key, jsonb_build_object('subscription', s.access_id,
                            'presence', s.presence, 'since', s.since, 'text', s.handover_text,
                            'login', s.handover_login, 'address', s.handover_address) as row
                        from manual_service s join access a on a.id = s.access_id
                        where a.account_id = :account"""),
                SqlSection.of(
                        "staff_tasks",
                        """
                        select t.id::text as key, jsonb_build_object('subscription', t.access_id,
                            'kind', t.kind, 'state', t.state, 'openedAt', t.opened_at,
                            'closedAt', t.closed_at) as row
                        from staff_task t join access a on a.id = t.access_id
                        where a.account_id = :account"""));
    }
}
