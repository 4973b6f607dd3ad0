package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.PasskeyChallenges;
import io.cybervpn.application.identity.port.PasskeyChallenges.Purpose;
import io.cybervpn.application.identity.port.PasskeyChecks;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.Passkey;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Passkeys;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks an authenticator for a new key for one's own account (R234). */
@Singleton
public final class OfferPasskey {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final RecentProof recentProof;
    private final PasskeyChecks checks;
    private final PasskeyChallenges challenges;

    @Inject
    OfferPasskey(
            UnitOfWork unitOfWork,
            Accounts accounts,
            Passkeys passkeys,
            RecentProof recentProof,
            PasskeyChecks checks,
            PasskeyChallenges challenges) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.recentProof = recentProof;
        this.checks = checks;
        this.challenges = challenges;
    }

    /**
     * Who asks.
     *
     * @param provenAt when he showed his second factor in this session
     */
    public record Command(AccountId owner, SessionId session, Optional<Instant> provenAt) {}

    /** What became of it. */
    public sealed interface Result {
        /**
         * What the authenticator is told.
         *
         * @param userHandle its name for the account
         * @param login what its owner is shown: his e-mail, or the account's id
         * @param known credentials that need no second key
         */
        record Offered(
                PasskeyChecks.Party party,
                String userHandle,
                String login,
                String challenge,
                List<String> known)
                implements Result {}

        /** He must show once more who he is. */
        record ProofNeeded() implements Result {}

        /** There are {@link Passkey#MANY}. */
        record TooManyPasskeys() implements Result {}

        /** The account is gone or may not log in. */
        record NoAccount() implements Result {}
    }

    /** Asks. The challenge is good for {@link PasskeyChallenges#LIFE}, once. */
    public Uni<Result> execute(Command command) {
        return unitOfWork
                .run(() -> prepare(command))
                .chain(
                        result ->
                                result instanceof Result.Offered offered
                                        ? ask(offered, command.owner())
                                        : answer(result));
    }

    private Uni<Result> prepare(Command command) {
        return recentProof
                .isThere(
                        new RecentProof.Asker(
                                command.owner(), command.session(), command.provenAt()))
                .chain(
                        there ->
                                there
                                        ? accounts.find(command.owner()).chain(this::prepare)
                                        : answer(new Result.ProofNeeded()));
    }

    private Uni<Result> prepare(Optional<Account> found) {
        return found.filter(Account::mayLogIn)
                .map(account -> passkeys.of(account.id()).map(own -> offer(account, own)))
                .orElseGet(() -> answer(new Result.NoAccount()));
    }

    private Result offer(Account account, List<Passkey> own) {
        if (own.size() >= Passkey.MANY) {
            return new Result.TooManyPasskeys();
        }
        return new Result.Offered(
                checks.party(),
                checks.userHandle(account.id()),
                account.email().map(Email::value).orElseGet(() -> account.id().value().toString()),
                "",
                own.stream().map(passkey -> passkey.credential().id()).toList());
    }

    private Uni<Result> ask(Result.Offered offered, AccountId owner) {
        return challenges
                .open(new Purpose.Registration(owner))
                .map(
                        challenge ->
                                new Result.Offered(
                                        offered.party(),
                                        offered.userHandle(),
                                        offered.login(),
                                        challenge,
                                        offered.known()));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
