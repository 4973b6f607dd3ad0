package io.cybervpn.application.identity;

import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Passkeys;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether somebody has shown of late that he is the owner, before he opens or closes a way in that
 * is a second factor: as {@link FreshProof} says, but for staff who have a passkey. To them a login
 * without it is no proof: a password alone would make itself a second factor. In the open unit of
 * work.
 */
@Singleton
final class RecentProof {
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final FreshProof freshProof;
    private final Clock clock;

    @Inject
    RecentProof(Accounts accounts, Passkeys passkeys, FreshProof freshProof, Clock clock) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.freshProof = freshProof;
        this.clock = clock;
    }

    /**
     * In which session somebody asks.
     *
     * @param provenAt when he showed his second factor in it, as the token says
     */
    record Asker(AccountId owner, SessionId session, Optional<Instant> provenAt) {}

    Uni<Boolean> isThere(Asker asker) {
        return asker.provenAt().filter(this::isFresh).isPresent()
                ? answer(true)
                : freshProof
                        .isGiven(asker.owner(), Optional.of(asker.session()))
                        .chain(given -> given ? isEnough(asker.owner()) : answer(false));
    }

    /** Whether staff who have a passkey have shown it, or the like, of late; others need not. */
    Uni<Boolean> isMoreThanPassword(AccountId owner, Optional<Instant> provenAt) {
        return provenAt.filter(this::isFresh).isPresent() ? answer(true) : isEnough(owner);
    }

    private Uni<Boolean> isEnough(AccountId owner) {
        return accounts.find(owner)
                .chain(found -> isStaff(found) ? hasNoPasskey(owner) : answer(found.isPresent()));
    }

    private static boolean isStaff(Optional<Account> found) {
        return found.filter(account -> account.kind() == AccountKind.STAFF).isPresent();
    }

    private Uni<Boolean> hasNoPasskey(AccountId owner) {
        return passkeys.of(owner).map(own -> own.isEmpty());
    }

    private boolean isFresh(Instant at) {
        return clock.instant().isBefore(at.plus(StepUpRule.FRESH));
    }

    private static Uni<Boolean> answer(boolean answer) {
        return Uni.createFrom().item(answer);
    }
}
