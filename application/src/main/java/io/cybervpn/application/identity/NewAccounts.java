package io.cybervpn.application.identity;

import io.cybervpn.application.shared.Ids;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Registration;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Gives a sound registration its identity and its time. */
@Singleton
final class NewAccounts {
    private final Ids ids;
    private final Clock clock;

    @Inject
    NewAccounts(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    Account make(Registration.Sound sound, String passwordHash, AccountKind kind) {
        return new Account(
                new AccountId(ids.next()),
                Optional.of(sound.email()),
                Optional.of(passwordHash),
                kind,
                AccountStatus.ACTIVE,
                sound.locale(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
