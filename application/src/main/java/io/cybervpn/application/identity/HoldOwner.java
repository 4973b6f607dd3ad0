package io.cybervpn.application.identity;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.identity.repository.Endings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Tells other contexts whose is what they are about to store for an account, and keeps it so until
 * the caller's unit of work ends: an erasure or a merge comes before it or after it, never between.
 * Ask before any other lock is taken.
 */
@Singleton
public final class HoldOwner {
    private final Endings endings;

    @Inject
    public HoldOwner(Endings endings) {
        this.endings = endings;
    }

    /** About whom. */
    public record Query(AccountId account) {}

    /** Answers, in the open unit of work. */
    public Uni<Owner> execute(Query query) {
        return endings.hold(query.account());
    }
}
