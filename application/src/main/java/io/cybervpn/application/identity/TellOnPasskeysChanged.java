package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.IdentityMails;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.PasskeysChanged;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Tells the owner that a way into his account was opened or closed: it may not have been he. The
 * name stays out of the mail: somebody else may have chosen it.
 */
@Singleton
public final class TellOnPasskeysChanged implements EventHandler<PasskeysChanged> {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final IdentityMails mails;

    @Inject
    TellOnPasskeysChanged(UnitOfWork unitOfWork, Accounts accounts, IdentityMails mails) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.mails = mails;
    }

    @Override
    public Class<PasskeysChanged> event() {
        return PasskeysChanged.class;
    }

    @Override
    public String name() {
        return "identity.tell-of-passkey";
    }

    @Override
    public Uni<Void> handle(PasskeysChanged event) {
        return unitOfWork
                .run(() -> accounts.find(event.account()))
                .chain(found -> tell(found, event));
    }

    private Uni<Void> tell(Optional<Account> found, PasskeysChanged event) {
        return found.flatMap(TellOnPasskeysChanged::reader)
                .map(reader -> mails.passkeyChanged(reader, event.added()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Optional<IdentityMails.Reader> reader(Account account) {
        return account.email()
                .map(email -> new IdentityMails.Reader(email.value(), account.locale().value()));
    }
}
