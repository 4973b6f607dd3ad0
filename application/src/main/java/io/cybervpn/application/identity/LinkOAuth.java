package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Makes somebody whom an identity provider vouches for a way into one's own account (R45). */
@Singleton
public final class LinkOAuth {
    private final OAuthDoor door;
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final Links links;
    private final FreshProof freshProof;

    @Inject
    LinkOAuth(
            OAuthDoor door,
            UnitOfWork unitOfWork,
            Accounts accounts,
            Links links,
            FreshProof freshProof) {
        this.door = door;
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.links = links;
        this.freshProof = freshProof;
    }

    /**
     * What a browser brings back.
     *
     * @param owner who is logged in; the same who began the journey
     * @param session in which he must have shown lately that it is he
     * @param address whom to count it for
     */
    public record Command(
            AccountId owner, Optional<SessionId> session, OAuthReturn back, String address) {}

    /** What became of it. */
    public sealed interface Result {
        /** He is linked, by this or before. */
        record Linked(IdentityView identity) implements Result {}

        /** He has another account here. */
        record Elsewhere() implements Result {}

        /** The account is linked with another person of that provider. */
        record Occupied() implements Result {}

        /** The owner has not shown lately that it is he. */
        record StepUpNeeded() implements Result {}

        /** The account is gone or may not log in. */
        record NoAccount() implements Result {}

        /** The journey is over, or of another browser or account. */
        record Gone() implements Result {}

        /** The provider does not vouch for him. */
        record Refused() implements Result {}

        /** The provider does not answer; begin again. */
        record Unavailable() implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Links. Not repeatable: a journey ends here. */
    public Uni<Result> execute(Command command) {
        return door.look(command.back(), Optional.of(command.owner()), "", command.address())
                .chain(seen -> link(seen, command));
    }

    private Uni<Result> link(OAuthDoor.Seen seen, Command command) {
        return switch (seen) {
            case OAuthDoor.Seen.TooMany(var retryAfter) -> answer(new Result.TooMany(retryAfter));
            case OAuthDoor.Seen.Gone() -> answer(new Result.Gone());
            case OAuthDoor.Seen.Refused() -> answer(new Result.Refused());
            case OAuthDoor.Seen.Unavailable() -> answer(new Result.Unavailable());
            case OAuthDoor.Seen.Known(var person, _) ->
                    unitOfWork.run(() -> linkIfFresh(person, command));
        };
    }

    private Uni<Result> linkIfFresh(Links.Person person, Command command) {
        return freshProof
                .isGiven(command.owner(), command.session())
                .chain(
                        fresh ->
                                fresh
                                        ? accounts.lock(command.owner())
                                                .chain(found -> link(found, person))
                                        : answer(new Result.StepUpNeeded()));
    }

    private Uni<Result> link(Optional<Account> found, Links.Person person) {
        return found.filter(LogInByTelegram::mayComeIn)
                .map(account -> links.link(account, person).map(LinkOAuth::said))
                .orElseGet(() -> answer(new Result.NoAccount()));
    }

    private static Result said(Links.Linked linked) {
        return switch (linked) {
            case Links.Linked.Done(var identity) -> new Result.Linked(IdentityView.of(identity));
            case Links.Linked.Elsewhere() -> new Result.Elsewhere();
            case Links.Linked.Occupied() -> new Result.Occupied();
        };
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
