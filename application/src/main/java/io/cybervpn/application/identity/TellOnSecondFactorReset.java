package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.IdentityMails;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.SecondFactorReset;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Writes to whose second factor staff took away: it may not have been he who asked for it. */
@Singleton
public final class TellOnSecondFactorReset implements EventHandler<SecondFactorReset> {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final IdentityMails mails;

    @Inject
    TellOnSecondFactorReset(UnitOfWork unitOfWork, Accounts accounts, IdentityMails mails) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.mails = mails;
    }

    @Override
    public Class<SecondFactorReset> event() {
        return SecondFactorReset.class;
    }

    @Override
    public String name() {
        return "identity.tell-second-factor-reset";
    }

    @Override
    public Uni<Void> handle(SecondFactorReset event) {
        return unitOfWork
                .run(() -> accounts.find(event.account()))
                .chain(
                        found ->
                                found.flatMap(TellOnSecondFactorReset::reader)
                                        .map(mails::secondFactorReset)
                                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Optional<IdentityMails.Reader> reader(Account account) {
        return account.email()
                .map(email -> new IdentityMails.Reader(email.value(), account.locale().value()));
    }
}
