package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Tells other contexts where a customer reads mail and in which language. Joins the caller's unit
 * of work. For our own code, not for requests.
 */
@Singleton
public final class FindMailbox {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;

    @Inject
    public FindMailbox(UnitOfWork unitOfWork, Accounts accounts) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
    }

    /** Whose. */
    public record Query(AccountId account) {}

    /** The answer. */
    public sealed interface Result {
        /**
         * He reads there.
         *
         * @param locale a language tag
         */
        record Found(String email, String locale) implements Result {}

        /** He has no address here, or is not to be written to. */
        record None() implements Result {}
    }

    /** Answers. */
    public Uni<Result> execute(Query query) {
        return unitOfWork
                .run(() -> accounts.find(query.account()))
                .map(
                        found ->
                                found.filter(Account::mayLogIn)
                                        .flatMap(FindMailbox::of)
                                        .orElseGet(Result.None::new));
    }

    private static Optional<Result> of(Account account) {
        return account.email()
                .map(email -> new Result.Found(email.value(), account.locale().value()));
    }
}
