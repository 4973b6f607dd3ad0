package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.application.shared.PersonalData;
import io.cybervpn.infrastructure.shared.SqlSection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** What identity knows of a person. */
@Singleton
final class IdentityData implements PersonalData {
    @Override
    public List<Section> sections() {
        return Stream.of(himself(), comings(), fromStaff()).flatMap(List::stream).toList();
    }

    private static List<Section> himself() {
        return List.of(
                SqlSection.of(
                        "account",
                        """
                        select id::text as key, jsonb_build_object('id', id, 'email', email, 'status', status,
                            'locale', locale, 'createdAt', created_at, 'emailVerifiedAt', email_verified_at) as row
                        from account where id = :account"""),
                SqlSection.of(
                        "profile",
                        """
                        select account_id::text as key, jsonb_build_object('displayName', display_name,
                            'timeZone', time_zone, 'marketingOptIn', marketing_opt_in, 'marketingAt', marketing_at,
                            'marketingSource', marketing_source, 'termsVersion', terms_version,
                            'termsAcceptedAt', terms_at) as row
                        from account_profile where account_id = :account"""),
                SqlSection.of(
                        "identities",
                        """
                        select id::text as key, jsonb_build_object('provider', provider, 'subject', subject,
                            'shownAs', shown_as, 'linkedAt', linked_at) as row
                        from account_identity where account_id = :account"""));
    }

    private static List<Section> comings() {
        return List.of(
                SqlSection.of(
                        "sessions",
                        """
                        select id::text as key, jsonb_build_object('device', device, 'address', address,
                            'startedAt', started_at, 'lastUsedAt', last_used_at, 'endedAt', ended_at,
                            'endReason', end_reason) as row
                        from session where account_id = :account"""),
                SqlSection.of(
                        "second_factor",
                        """
                        select account_id::text as key, jsonb_build_object('active', active, 'since', since) as row
                        from second_factor where account_id = :account"""),
                SqlSection.of(
                        "passkeys",
                        """
                        select id::text as key, jsonb_build_object('name', name, 'createdAt', created_at,
                            'lastUsedAt', last_used_at, 'backedUp', backed_up) as row
                        from passkey where account_id = :account"""),
                SqlSection.of(
                        "security_events",
                        """
                        select id::text as key, jsonb_build_object('at', at, 'type', type,
                            'address', address, 'agent', agent, 'detail', detail, 'times', times) as row
                        from security_event where account_id = :account"""));
    }

    private static List<Section> fromStaff() {
        return List.of(
                SqlSection.of(
                        "staff_notes",
                        """
                        select id::text as key, jsonb_build_object('text', text, 'createdAt', created_at) as row
                        from account_note where account_id = :account"""),
                SqlSection.of(
                        "staff_tags",
                        """
                        select tag as key, jsonb_build_object('tag', tag) as row
                        from account_tag where account_id = :account"""));
    }
}
