package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.TrialRight;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells whether somebody may have a trial now. For our own code. Changes nothing. */
@Singleton
public final class FindTrialRight {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final TrialRights rights;

    @Inject
    public FindTrialRight(UnitOfWork unitOfWork, Accounts accounts, TrialRights rights) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.rights = rights;
    }

    /** Who. */
    public record Query(AccountId account, TrialTerms terms) {}

    /** The answer. */
    public record Result(TrialRight right) {}

    /** Answers. */
    public Uni<Result> execute(Query query) {
        return unitOfWork
                .run(
                        () ->
                                accounts.find(query.account())
                                        .chain(
                                                found ->
                                                        found.map(
                                                                        account ->
                                                                                rights.right(
                                                                                        account,
                                                                                        query
                                                                                                .terms(),
                                                                                        Optional
                                                                                                .empty()))
                                                                .orElseGet(
                                                                        () ->
                                                                                Uni.createFrom()
                                                                                        .item(
                                                                                                TrialRight
                                                                                                        .NO_CUSTOMER))))
                .map(Result::new);
    }
}
