package io.cybervpn.application.identity;

import io.cybervpn.application.shared.AccountFollowers;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Stake;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells a customer what he loses with his account, and what he has to type to lose it. */
@Singleton
public final class PreviewDeletion {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final AccountFollowers followers;

    @Inject
    PreviewDeletion(UnitOfWork unitOfWork, Accounts accounts, AccountFollowers followers) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.followers = followers;
    }

    /** What he is told. */
    public sealed interface Result {
        /** All of this. */
        record Preview(String phrase, List<Stake> stakes) implements Result {
            /** Copies the list. */
            public Preview {
                stakes = List.copyOf(stakes);
            }
        }

        /** Not a customer himself. */
        record Forbidden() implements Result {}
    }

    /** Tells. Changes nothing. */
    public Uni<Result> execute(Actor actor) {
        return DeleteAccount.himself(actor)
                .map(id -> unitOfWork.run(() -> preview(id)))
                .orElseGet(() -> Uni.createFrom().item(new Result.Forbidden()));
    }

    private Uni<Result> preview(AccountId id) {
        return accounts.find(id)
                .chain(
                        found ->
                                found.map(this::preview)
                                        .orElseGet(
                                                () ->
                                                        Uni.createFrom()
                                                                .item(new Result.Forbidden())));
    }

    private Uni<Result> preview(Account account) {
        return stakes(followers, account.id())
                .map(stakes -> new Result.Preview(DeleteAccount.phraseOf(account), stakes));
    }

    /** Everything that hangs on an account, in the open unit of work. */
    static Uni<List<Stake>> stakes(AccountFollowers followers, AccountId id) {
        return Multi.createFrom()
                .iterable(followers.all())
                .onItem()
                .transformToUniAndConcatenate(one -> one.stakes(id))
                .onItem()
                .<Stake>disjoint()
                .collect()
                .asList();
    }
}
