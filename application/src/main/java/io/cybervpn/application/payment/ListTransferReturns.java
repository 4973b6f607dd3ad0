package io.cybervpn.application.payment;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.BankReturns;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Shows staff with {@link Permission#PAYMENTS_READ} which refunds they have to send by hand. */
@Singleton
public final class ListTransferReturns {
    /** The most of an answer: who sends them sees the rest. */
    public static final int ROWS_MAX = 200;

    private final UnitOfWork unitOfWork;
    private final BankReturns returns;

    @Inject
    ListTransferReturns(UnitOfWork unitOfWork, BankReturns returns) {
        this.unitOfWork = unitOfWork;
        this.returns = returns;
    }

    /** Who asks. */
    public record Query(Actor actor) {}

    /** The answer. */
    public sealed interface Result {
        /** Those that wait, oldest first. */
        record Listed(List<ReturnView> items) implements Result {
            /** Copies the list. */
            public Listed {
                items = List.copyOf(items);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Shows them. Changes nothing. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.PAYMENTS_READ)
                ? unitOfWork
                        .run(() -> returns.waiting(ROWS_MAX))
                        .map(
                                found ->
                                        new Result.Listed(
                                                found.stream().map(ReturnView::of).toList()))
                : Uni.createFrom().item(new Result.Forbidden());
    }
}
