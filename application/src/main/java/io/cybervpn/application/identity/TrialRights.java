package io.cybervpn.application.identity;

import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import io.cybervpn.domain.identity.model.TrialIdentifier;
import io.cybervpn.domain.identity.repository.Identities;
import io.cybervpn.domain.identity.repository.TrialMarkers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One trial for each person (R29), however often he registers. Works in the open unit of work, with
 * the account locked.
 */
@Singleton
public final class TrialRights {
    private final Identities identities;
    private final TrialMarkers markers;
    private final Clock clock;

    @Inject
    TrialRights(Identities identities, TrialMarkers markers, Clock clock) {
        this.identities = identities;
        this.markers = markers;
        this.clock = clock;
    }

    /** Whether he may still have one. */
    public Uni<Boolean> isOpenTo(Account account) {
        return identifiers(account).chain(this::isOpen);
    }

    /** He has had his, or gives up the right. Repeatable. */
    public Uni<Void> close(Account account) {
        return identifiers(account).chain(this::close);
    }

    /** Two who are one have one right: who of them had his trial, had it for both. */
    Uni<Void> join(Account one, Account other) {
        return identifiers(one)
                .chain(
                        first ->
                                identifiers(other)
                                        .map(
                                                second -> {
                                                    Set<TrialIdentifier> all = new HashSet<>(first);
                                                    all.addAll(second);
                                                    return all;
                                                }))
                .chain(all -> isOpen(all).chain(open -> open ? nothing() : close(all)));
    }

    private Uni<Boolean> isOpen(Set<TrialIdentifier> all) {
        return all.isEmpty()
                ? Uni.createFrom().item(true)
                : markers.isMarked(all).map(marked -> !marked);
    }

    private Uni<Void> close(Set<TrialIdentifier> all) {
        return all.isEmpty() ? nothing() : markers.mark(all, clock.instant());
    }

    private Uni<Set<TrialIdentifier>> identifiers(Account account) {
        return identities.of(account.id()).map(linked -> identifiers(account, linked));
    }

    private static Set<TrialIdentifier> identifiers(Account account, List<LinkedIdentity> linked) {
        Set<TrialIdentifier> all = new HashSet<>();
        account.email().map(TrialIdentifier::of).ifPresent(all::add);
        linked.stream().map(LinkedIdentity::external).map(TrialIdentifier::of).forEach(all::add);
        return all;
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
