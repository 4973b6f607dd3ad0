package io.cybervpn.application.identity.port;

import io.cybervpn.application.identity.staff.AssignmentView;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known of members of staff, for whoever reviews their rights. */
public interface StaffRecords {
    /**
     * One of them.
     *
     * @param lastLoginAt as far back as sessions and security events are kept
     * @param secondFactor whether he has one
     * @param roles all that he was given, also what ended
     */
    record Member(
            AccountId id,
            Optional<String> email,
            AccountStatus status,
            Instant createdAt,
            Optional<Instant> lastLoginAt,
            boolean secondFactor,
            List<AssignmentView> roles) {
        /** Copies the list. */
        public Member {
            roles = List.copyOf(roles);
        }
    }

    /** Oldest first, at most {@code limit}. */
    Uni<List<Member>> all(int limit);
}
