package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Tells other contexts in which language a customer reads. Joins the caller's unit of work. For our
 * own code, not for requests.
 */
@Singleton
public final class FindLanguage {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;

    @Inject
    public FindLanguage(UnitOfWork unitOfWork, Accounts accounts) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
    }

    /** Whose. */
    public record Query(AccountId account) {}

    /**
     * The answer.
     *
     * @param tag of the language; empty when there is no such account
     */
    public record Result(Optional<String> tag) {}

    /** Answers. */
    public Uni<Result> execute(Query query) {
        return unitOfWork
                .run(() -> accounts.find(query.account()))
                .map(found -> new Result(found.map(account -> account.locale().value())));
    }
}
