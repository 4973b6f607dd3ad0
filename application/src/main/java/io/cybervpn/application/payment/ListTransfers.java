package io.cybervpn.application.payment;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.TransferId;
import io.cybervpn.domain.payment.model.BankTransfer;
import io.cybervpn.domain.payment.repository.BankTransfers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows staff with {@link Permission#PAYMENTS_READ} the bank transfers that were recorded. */
@Singleton
public final class ListTransfers {
    private final UnitOfWork unitOfWork;
    private final BankTransfers transfers;

    @Inject
    ListTransfers(UnitOfWork unitOfWork, BankTransfers transfers) {
        this.unitOfWork = unitOfWork;
        this.transfers = transfers;
    }

    /**
     * Who asks for what.
     *
     * @param before the last one seen; empty to begin
     * @param limit 1 to 200
     */
    public record Query(Actor actor, Optional<Position> before, int limit) {}

    /** A place in the list. */
    public record Position(Instant at, TransferId id) {
        private BankTransfers.Position stored() {
            return new BankTransfers.Position(at, id);
        }
    }

    /** The answer. */
    public sealed interface Result {
        /**
         * A piece of the list, newest first.
         *
         * @param next where to go on; empty at the end
         */
        record Listed(List<TransferView> items, Optional<Position> next) implements Result {
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
                ? unitOfWork.run(() -> latest(query)).map(found -> listed(found, query.limit()))
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private Uni<List<BankTransfer>> latest(Query query) {
        return transfers.latest(query.before().map(Position::stored), query.limit() + 1);
    }

    /** One more than wanted was read, to know whether there is more. */
    private static Result listed(List<BankTransfer> found, int limit) {
        List<BankTransfer> wanted = found.subList(0, Math.min(limit, found.size()));
        Optional<Position> next =
                found.size() > limit
                        ? Optional.of(
                                new Position(wanted.getLast().recordedAt(), wanted.getLast().id()))
                        : Optional.empty();
        return new Result.Listed(wanted.stream().map(TransferView::of).toList(), next);
    }
}
