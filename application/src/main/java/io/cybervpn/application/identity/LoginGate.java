package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.LoginChallenges;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Where every way in ends: password, Telegram, deep link and whatever comes. Here alone it is
 * decided whether the account is let in and whether it owes a second factor (R37, R45, R234). Who
 * calls has made sure who somebody is, and has no unit of work open.
 */
@Singleton
public final class LoginGate {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final SecondFactorDesk secondFactors;
    private final TokenDesk tokens;
    private final LoginChallenges challenges;

    @Inject
    LoginGate(
            UnitOfWork unitOfWork,
            Accounts accounts,
            SecondFactorDesk secondFactors,
            TokenDesk tokens,
            LoginChallenges challenges) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.tokens = tokens;
        this.challenges = challenges;
    }

    /** For who has shown one factor. Each success opens a session of its own. */
    public Uni<Admission> enter(AccountId who, Client client) {
        return unitOfWork
                .run(() -> lock(who).chain(found -> openUnlessOwed(found, client)))
                .chain(opened -> opened.map(LoginGate::answer).orElseGet(() -> challenge(who)));
    }

    /**
     * For who has shown both factors at once, or the second one after the first; nothing more is
     * asked, and the session counts as proven. May be called in a unit of work.
     */
    public Uni<Admission> enterProven(AccountId who, Client client) {
        return unitOfWork.run(() -> lock(who).chain(found -> openProven(found, client)));
    }

    /** A block waits for the login or the login for the block: no session is overlooked by it. */
    private Uni<Optional<Account>> lock(AccountId who) {
        return accounts.lock(who).map(found -> found.filter(Account::mayLogIn));
    }

    /** Empty when the second factor is owed. */
    private Uni<Optional<Admission>> openUnlessOwed(Optional<Account> found, Client client) {
        if (found.isEmpty()) {
            return answer(Optional.of(new Admission.Blocked()));
        }
        return secondFactors
                .isDemanded(found.get().id())
                .chain(owed -> owed ? answer(Optional.empty()) : open(found.get(), client));
    }

    private Uni<Optional<Admission>> open(Account account, Client client) {
        return tokens.open(account, client).map(pair -> Optional.of(loggedIn(account, pair)));
    }

    private Uni<Admission> openProven(Optional<Account> found, Client client) {
        return found.map(
                        account ->
                                tokens.openProven(account, client)
                                        .map(pair -> loggedIn(account, pair)))
                .orElseGet(() -> answer(new Admission.Blocked()));
    }

    private Uni<Admission> challenge(AccountId who) {
        return challenges
                .open(who)
                .map(token -> new Admission.SecondFactorOwed(token, LoginChallenges.LIFE));
    }

    private static Admission loggedIn(Account account, TokenPair pair) {
        return new Admission.LoggedIn(AccountView.of(account), pair);
    }

    private static <T> Uni<T> answer(T answer) {
        return Uni.createFrom().item(answer);
    }
}
