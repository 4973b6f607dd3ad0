package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.EmailCodeSource;
import io.cybervpn.application.identity.port.IdentityMails;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.EmailCodeAsked;
import io.cybervpn.domain.identity.EmailPurpose;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.EmailCode;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.EmailCodes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Makes a code and mails it. Here and not in the request, so that a request for an address without
 * an account does exactly what one for an address with an account does. A repeat sends a new code,
 * and only the newest is good.
 */
@Singleton
public final class MailCodeOnAsked implements EventHandler<EmailCodeAsked> {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final EmailCodes codes;
    private final EmailGuesses guesses;
    private final EmailCodeSource source;
    private final IdentityMails mails;
    private final Clock clock;

    @Inject
    MailCodeOnAsked(
            UnitOfWork unitOfWork,
            Accounts accounts,
            EmailCodes codes,
            EmailGuesses guesses,
            EmailCodeSource source,
            IdentityMails mails,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.codes = codes;
        this.guesses = guesses;
        this.source = source;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public Class<EmailCodeAsked> event() {
        return EmailCodeAsked.class;
    }

    @Override
    public String name() {
        return "identity.mail-code";
    }

    /** One that is heard of too late is for nobody: he has asked again or gone away. */
    @Override
    public Uni<Void> handle(EmailCodeAsked event) {
        if (clock.instant().isAfter(event.at().plus(EmailCode.LIFE))) {
            return Uni.createFrom().voidItem();
        }
        return unitOfWork
                .run(() -> find(event).chain(found -> prepare(found, event)))
                .chain(this::send);
    }

    private record Letter(IdentityMails.Reader reader, EmailPurpose purpose, String code) {}

    private Uni<Optional<Account>> find(EmailCodeAsked event) {
        return event.account()
                .map(accounts::find)
                .orElseGet(() -> accounts.findByEmail(new Email(event.email())))
                .map(found -> found.filter(Account::mayLogIn));
    }

    private Uni<Optional<Letter>> prepare(Optional<Account> found, EmailCodeAsked event) {
        return found.map(account -> prepare(account, event).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Letter> prepare(Account account, EmailCodeAsked event) {
        String digits = source.next();
        EmailCode.Owner owner = new EmailCode.Owner(account.id(), event.purpose());
        EmailCode code =
                EmailCode.issue(
                        owner,
                        new Email(event.email()),
                        guesses.hash(owner, digits),
                        clock.instant());
        IdentityMails.Reader reader =
                new IdentityMails.Reader(event.email(), account.locale().value());
        return codes.put(code).replaceWith(new Letter(reader, event.purpose(), digits));
    }

    private Uni<Void> send(Optional<Letter> letter) {
        return letter.map(some -> mails.code(some.reader(), some.purpose(), some.code()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
