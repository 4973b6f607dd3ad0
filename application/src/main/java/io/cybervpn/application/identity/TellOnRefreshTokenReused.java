package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.IdentityMails;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.RefreshTokenReused;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Tells an owner that somebody else had a copy of his session (R233). There is one such event for a
 * session at most: it ends with it. Who has no e-mail sees it in his activity.
 */
@Singleton
public final class TellOnRefreshTokenReused implements EventHandler<RefreshTokenReused> {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final IdentityMails mails;

    @Inject
    TellOnRefreshTokenReused(UnitOfWork unitOfWork, Accounts accounts, IdentityMails mails) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.mails = mails;
    }

    @Override
    public Class<RefreshTokenReused> event() {
        return RefreshTokenReused.class;
    }

    @Override
    public String name() {
        return "identity.tell-session-stolen";
    }

    @Override
    public Uni<Void> handle(RefreshTokenReused event) {
        return unitOfWork.run(() -> accounts.find(event.account())).chain(this::tell);
    }

    private Uni<Void> tell(Optional<Account> found) {
        return found.flatMap(TellOnRefreshTokenReused::reader)
                .map(mails::sessionStolen)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Optional<IdentityMails.Reader> reader(Account account) {
        return account.email()
                .map(Email::value)
                .map(email -> new IdentityMails.Reader(email, account.locale().value()));
    }
}
