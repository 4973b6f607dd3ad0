package io.cybervpn.application.identity;

import io.cybervpn.application.shared.Ids;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.EmailCodeAsked;
import io.cybervpn.domain.identity.IdentityId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.ExternalId;
import io.cybervpn.domain.identity.model.LanguageTag;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import io.cybervpn.domain.identity.model.Registration;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Gives new accounts and links their identity and their time. */
@Singleton
final class NewAccounts {
    private final Ids ids;
    private final Clock clock;

    @Inject
    NewAccounts(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** A customer whom somebody else vouches for. */
    Account makeCustomer(LanguageTag locale) {
        return new Account(
                new AccountId(ids.next()),
                Optional.empty(),
                Optional.empty(),
                AccountKind.CUSTOMER,
                AccountStatus.ACTIVE,
                locale,
                now());
    }

    /** A new link from an account to who its owner is elsewhere. */
    LinkedIdentity makeLink(AccountId account, ExternalId external, Optional<String> shownAs) {
        return new LinkedIdentity(new IdentityId(ids.next()), account, external, shownAs, now());
    }

    /** The wish that a new account's address is shown to be its owner's. */
    EmailCodeAsked askVerification(Account account) {
        return AskEmailVerification.asked(account.email().orElseThrow(), account.id(), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Account make(Registration.Sound sound, String passwordHash, AccountKind kind) {
        return new Account(
                new AccountId(ids.next()),
                Optional.of(sound.email()),
                Optional.of(passwordHash),
                kind,
                AccountStatus.ACTIVE,
                sound.locale(),
                now());
    }
}
