package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Identities;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Lets in whom an identity provider vouches for (R45). The first time he gets an account. An e-mail
 * that has an account here already opens nothing, though the provider says that it is his: its
 * owner comes in the way he knows and links the provider himself.
 */
@Singleton
public final class LogInByOAuth {
    private final OAuthDoor door;
    private final UnitOfWork unitOfWork;
    private final Identities identities;
    private final Accounts accounts;
    private final NewAccounts newAccounts;
    private final Links links;
    private final LoginGate loginGate;
    private final Clock clock;

    @Inject
    LogInByOAuth(
            OAuthDoor door,
            UnitOfWork unitOfWork,
            Identities identities,
            Accounts accounts,
            NewAccounts newAccounts,
            Links links,
            LoginGate loginGate,
            Clock clock) {
        this.door = door;
        this.unitOfWork = unitOfWork;
        this.identities = identities;
        this.accounts = accounts;
        this.newAccounts = newAccounts;
        this.links = links;
        this.loginGate = loginGate;
        this.clock = clock;
    }

    /**
     * What a browser brings back.
     *
     * @param locale a BCP 47 tag for a new account whose language the provider does not say
     * @param address whom to count it for
     */
    public record Command(OAuthReturn back, String locale, String address, Client client) {}

    /** What became of it. */
    public sealed interface Result {
        /** The provider vouches for him; {@code isNew} when the account was made by this. */
        record Known(Admission admission, boolean isNew) implements Result {}

        /** His e-mail has an account, which is not linked with this provider. */
        record LinkRequired() implements Result {}

        /** The account is one of staff, who do not come in this way. */
        record NotThisWay() implements Result {}

        /** The journey is over, or of another browser. */
        record Gone() implements Result {}

        /** The provider does not vouch for him. */
        record Refused() implements Result {}

        /** The provider does not answer; begin again. */
        record Unavailable() implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Logs in. Not repeatable: a journey ends here. */
    public Uni<Result> execute(Command command) {
        return door.look(command.back(), Optional.empty(), command.locale(), command.address())
                .chain(seen -> admit(seen, command.client()));
    }

    private Uni<Result> admit(OAuthDoor.Seen seen, Client client) {
        return switch (seen) {
            case OAuthDoor.Seen.TooMany(var retryAfter) -> answer(new Result.TooMany(retryAfter));
            case OAuthDoor.Seen.Gone() -> answer(new Result.Gone());
            case OAuthDoor.Seen.Refused() -> answer(new Result.Refused());
            case OAuthDoor.Seen.Unavailable() -> answer(new Result.Unavailable());
            case OAuthDoor.Seen.Known(var person, var email) ->
                    unitOfWork
                            .run(() -> findOrMake(person, email))
                            .chain(owned -> enter(owned, client));
        };
    }

    /** Empty when the e-mail is somebody's. */
    private Uni<Optional<Links.Owned>> findOrMake(Links.Person person, Optional<Email> email) {
        return identities
                .lock(person.external())
                .chain(
                        found ->
                                found.isPresent() || email.isEmpty()
                                        ? links.findOrMake(person).map(Optional::of)
                                        : make(person, email.get()));
    }

    private Uni<Optional<Links.Owned>> make(Links.Person person, Email email) {
        Account account = newAccounts.makeCustomer(person.locale()).withEmail(email);
        return accounts.add(account)
                .chain(
                        added ->
                                added
                                        ? join(account, person).map(Optional::of)
                                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Links.Owned> join(Account account, Links.Person person) {
        return accounts.verifyEmail(account.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .chain(() -> links.link(account, person))
                .replaceWith(new Links.Owned(account, true));
    }

    private Uni<Result> enter(Optional<Links.Owned> found, Client client) {
        return found.map(owned -> enter(owned, client))
                .orElseGet(() -> answer(new Result.LinkRequired()));
    }

    private Uni<Result> enter(Links.Owned owned, Client client) {
        return LogInByTelegram.isForHim(owned.account())
                ? loginGate
                        .enter(owned.account().id(), client)
                        .map(admission -> new Result.Known(admission, owned.isNew()))
                : answer(new Result.NotThisWay());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
