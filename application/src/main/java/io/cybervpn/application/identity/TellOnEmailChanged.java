package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.IdentityMails;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.EmailChanged;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells the old address that the account has another one: it may not have been its owner. */
@Singleton
public final class TellOnEmailChanged implements EventHandler<EmailChanged> {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final IdentityMails mails;

    @Inject
    TellOnEmailChanged(UnitOfWork unitOfWork, Accounts accounts, IdentityMails mails) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.mails = mails;
    }

    @Override
    public Class<EmailChanged> event() {
        return EmailChanged.class;
    }

    @Override
    public String name() {
        return "identity.tell-old-email";
    }

    @Override
    public Uni<Void> handle(EmailChanged event) {
        return unitOfWork
                .run(() -> accounts.find(event.account()))
                .chain(found -> tell(found, event.before()));
    }

    private Uni<Void> tell(Optional<Account> found, String before) {
        return found.map(account -> new IdentityMails.Reader(before, account.locale().value()))
                .map(mails::emailChanged)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
