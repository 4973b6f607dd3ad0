package io.cybervpn.application.identity;

import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.TrialRight;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.ExternalId;
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
import java.util.Optional;
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
    public TrialRights(Identities identities, TrialMarkers markers, Clock clock) {
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

    /**
     * Whether he may have one now.
     *
     * @param device the name of the device that he asks with
     */
    Uni<TrialRight> right(Account account, TrialTerms terms, Optional<String> device) {
        if (account.kind() != AccountKind.CUSTOMER || !account.mayLogIn()) {
            return Uni.createFrom().item(TrialRight.NO_CUSTOMER);
        }
        return identities.of(account.id()).chain(linked -> right(account, linked, terms, device));
    }

    private Uni<TrialRight> right(
            Account account,
            List<LinkedIdentity> linked,
            TrialTerms terms,
            Optional<String> device) {
        if (terms.telegramRequired() && linked.stream().noneMatch(TrialRights::isTelegram)) {
            return Uni.createFrom().item(TrialRight.TELEGRAM_REQUIRED);
        }
        if (!terms.allow(account.email().map(Email::value))) {
            return Uni.createFrom().item(TrialRight.MAILBOX_NOT_ALLOWED);
        }
        return isOpen(with(identifiers(account, linked), device))
                .map(open -> open ? TrialRight.OPEN : TrialRight.USED);
    }

    private static boolean isTelegram(LinkedIdentity linked) {
        return linked.external().provider().equals(ExternalId.TELEGRAM);
    }

    /** Takes the right, so that nobody who is he has it again. False when one of them had it. */
    Uni<Boolean> claim(Account account, Optional<String> device) {
        return identifiers(account).chain(all -> markers.claim(with(all, device), clock.instant()));
    }

    /** Gives the right again. Repeatable. */
    Uni<Void> reopen(Account account) {
        return identifiers(account).chain(markers::unmark);
    }

    private static Set<TrialIdentifier> with(Set<TrialIdentifier> own, Optional<String> device) {
        Set<TrialIdentifier> all = new HashSet<>(own);
        device.map(TrialIdentifier::ofDevice).ifPresent(all::add);
        return all;
    }

    private Uni<Boolean> isOpen(Set<TrialIdentifier> all) {
        return markers.isMarked(all).map(marked -> !marked);
    }

    private Uni<Void> close(Set<TrialIdentifier> all) {
        return markers.mark(all, clock.instant());
    }

    private Uni<Set<TrialIdentifier>> identifiers(Account account) {
        return identities.of(account.id()).map(linked -> identifiers(account, linked));
    }

    private static Set<TrialIdentifier> identifiers(Account account, List<LinkedIdentity> linked) {
        Set<TrialIdentifier> all = new HashSet<>();
        all.add(TrialIdentifier.of(account.id()));
        account.email().map(TrialIdentifier::of).ifPresent(all::add);
        linked.stream().map(LinkedIdentity::external).map(TrialIdentifier::of).forEach(all::add);
        return all;
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
